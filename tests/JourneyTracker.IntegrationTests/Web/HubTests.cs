using System.Globalization;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>The board over a WebSocket, from a fact in the API to a frame at a client.</summary>
public sealed class HubTests(WebServer server) : IClassFixture<WebServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [PostgresFact]
    public async Task A_movement_recorded_through_the_api_reaches_a_watcher()
    {
        var journey = await server.OpenAsync(null);
        await using var client = await HubClient.ConnectAsync(server.Address);
        using var patience = new CancellationTokenSource(Patience);
        await using var frames = Watch(client, since: null, patience.Token);
        var snapshot = await Next(frames);
        snapshot.Counts!.Should().ContainKey(Stage.NoCurrentInvolvement).WhoseValue.Should().BePositive();

        await server.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(0) }, journey);
        BoardFrame frame;
        do frame = await Next(frames);
        while (frame.Journey != journey);
        (frame.Kind, frame.From, frame.To).Should().Be((BoardFrameKind.Movement, Stage.NoCurrentInvolvement, Stage.UnderInvestigation));
        frame.Position.Should().BeGreaterThan(snapshot.Position);
    }

    [PostgresFact]
    public async Task A_client_that_reconnects_after_10_000_movements_misses_none_and_gets_none_twice()
    {
        const int Many = 10_000;
        await server.OpenAsync(null);
        await using var client = await HubClient.ConnectAsync(server.Address);
        using var patience = new CancellationTokenSource(Patience);
        long seen;
        await using (var frames = Watch(client, since: null, patience.Token)) seen = (await Next(frames)).Position;
        client.Cut();

        await LoadAsync(Many);
        await server.FoldAsync();

        await using var again = await HubClient.ConnectAsync(server.Address);
        await using var rest = Watch(again, seen, patience.Token);
        var positions = new List<long>();
        while (await Next(rest) is { Kind: BoardFrameKind.Movement } frame) positions.Add(frame.Position);
        rest.Current.Should().BeEquivalentTo(new { Kind = BoardFrameKind.CaughtUp, Missed = positions.Count });
        positions.Should().HaveCountGreaterThanOrEqualTo(Many).And.BeInAscendingOrder().And.OnlyHaveUniqueItems();
        positions[0].Should().Be(seen + 1, "the feed has no holes and nobody else's board moved");
        (positions[^1] - positions[0] + 1).Should().Be(positions.Count);
    }

    [PostgresFact]
    public async Task A_position_that_the_feed_never_had_gets_a_new_board_and_is_told_so()
    {
        await using var client = await HubClient.ConnectAsync(server.Address);
        using var patience = new CancellationTokenSource(Patience);
        await using var frames = Watch(client, since: 1_000_000_000, patience.Token);
        var snapshot = await Next(frames);
        (snapshot.Kind, snapshot.Reset).Should().Be((BoardFrameKind.Snapshot, true));
        snapshot.Words.Should().NotBeNullOrEmpty();
    }

    [PostgresFact]
    public async Task A_position_from_before_a_restore_gets_a_new_board_though_the_feed_has_it_again()
    {
        await server.OpenAsync(null);
        await using var client = await HubClient.ConnectAsync(server.Address);
        using var patience = new CancellationTokenSource(Patience);
        string epoch;
        await using (var frames = WatchFrom(client, since: null, null, patience.Token)) epoch = (await Next(frames)).Epoch!;
        await using (var frames = WatchFrom(client, since: 1, epoch, patience.Token)) (await Next(frames)).Kind.Should().NotBe(BoardFrameKind.Snapshot);
        await using var before = WatchFrom(client, since: 1, "of an earlier database", patience.Token);
        (await Next(before)).Should().BeEquivalentTo(new { Kind = BoardFrameKind.Snapshot, Reset = true, Epoch = epoch });
    }

    [PostgresTheory]
    [InlineData("south")]
    [InlineData("nowhere")]
    [InlineData("Not A Name")]
    [InlineData("")]
    public async Task Another_partnerships_board_is_refused_in_words_and_written_down(string board)
    {
        await using var client = await HubClient.ConnectAsync(server.Address);
        var watching = async () =>
        {
            await foreach (var _ in client.Connection.StreamAsync<BoardFrame>("Watch", board, (long?)0)) break;
        };
        (await watching.Should().ThrowAsync<HubException>()).WithMessage("*That board is not shared with you.*");
        (await server.LookedAsync("subject like 'refused: board%'")).Should().BePositive();
    }

    [PostgresFact]
    public void Frames_carry_no_case_data()
    {
        typeof(BoardFrame).GetProperties().Select(p => p.Name).Should().BeEquivalentTo(
            "Kind", "Position", "Journey", "Change", "From", "To", "Day", "Missed", "Reset", "Words", "Women", "Counts", "At", "Epoch");
        typeof(WomanOnBoard).GetProperties().Select(p => p.Name).Should().BeEquivalentTo("Journey", "Stage", "Since");
    }

    private static IAsyncEnumerator<BoardFrame> Watch(HubClient client, long? since, CancellationToken ct) =>
        client.Connection.StreamAsync<BoardFrame>("Watch", JournalHouse.North.Name, since, ct).GetAsyncEnumerator(ct);

    private static IAsyncEnumerator<BoardFrame> WatchFrom(HubClient client, long? since, string? epoch, CancellationToken ct) =>
        client.Connection.StreamAsync<BoardFrame>("WatchFrom", JournalHouse.North.Name, since, epoch, ct).GetAsyncEnumerator(ct);

    private static async Task<BoardFrame> Next(IAsyncEnumerator<BoardFrame> frames)
    {
        (await frames.MoveNextAsync()).Should().BeTrue();
        return frames.Current;
    }

    private async Task LoadAsync(int journeys)
    {
        var appends = Enumerable.Range(0, journeys).Select(i => Samples.Append(
            Samples.NewJourney(), Samples.New(new Cautioned { HappenedOn = Samples.Day }, string.Create(CultureInfo.InvariantCulture, $"many {i}"))));
        var outcomes = await server.House.House.Journal.LoadAsync([.. appends], CancellationToken.None);
        outcomes.Should().AllBeOfType<AppendOutcome.Accepted>();
    }
}
