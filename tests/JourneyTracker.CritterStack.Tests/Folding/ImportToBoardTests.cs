using JourneyTracker.CritterStack.Tests.Journal;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Import;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Web;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace JourneyTracker.CritterStack.Tests.Folding;

/// <summary>From a file to a frame at a client of the hub, all on Marten and Wolverine.</summary>
public sealed class ImportToBoardTests(MartenHouse house) : IClassFixture<MartenHouse>
{
    private const int Women = 12;
    private static readonly Caller Coordinator = new("ada", "Coordination", "VOLUNTARY", Role.Coordinator, JournalHouse.North);

    [PostgresFact]
    public async Task What_is_imported_and_what_is_then_recorded_reaches_a_watcher_of_the_board()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var stop = new CancellationTokenSource();
        await using var server = WebHost.Build(new WebOptions(Coordinator, 0), house.Quick, TimeProvider.System);
        await server.StartAsync();
        var folding = new FoldingNode(house.Quick, TimeProvider.System, NullLogger<FoldingNode>.Instance).RunAsync(stop.Token);
        await using var client = await HubClient.ConnectAsync(new Uri(server.Urls.Single()));
        await using var frames = client.Connection.StreamAsync<BoardFrame>("Watch", JournalHouse.North.Name, (long?)null, patience.Token).GetAsyncEnumerator(patience.Token);
        (await NextAsync(frames)).Kind.Should().Be(BoardFrameKind.Snapshot);
        using var folder = new ImportFolder();

        var imported = await house.Quick.ImportAsync(folder.WriteStays("stays.csv", Women, 3));

        imported.Main.Accepted.Should().Be(Women * 3);
        var where = new Dictionary<Guid, Stage?>();
        while (where.Count(w => w.Value == Stage.Remanded) < Women) await MoveAsync(frames, where);
        var one = where.Keys.First();

        await house.Quick.Journal.AppendAsync(Samples.Append(new JourneyId(one), Samples.New(new Domain.Facts.Released(Domain.Facts.ReleaseKind.NotKnown) { HappenedOn = Samples.Day })), default);

        while (where[one] == Stage.Remanded) await MoveAsync(frames, where);
        await server.StopAsync();
        await stop.CancelAsync();
        await folding;
    }

    private static async Task MoveAsync(IAsyncEnumerator<BoardFrame> frames, Dictionary<Guid, Stage?> where)
    {
        if (await NextAsync(frames) is { Kind: BoardFrameKind.Movement, Journey: { } journey } frame) where[journey] = frame.To;
    }

    private static async Task<BoardFrame> NextAsync(IAsyncEnumerator<BoardFrame> frames)
    {
        (await frames.MoveNextAsync()).Should().BeTrue();
        return frames.Current;
    }
}
