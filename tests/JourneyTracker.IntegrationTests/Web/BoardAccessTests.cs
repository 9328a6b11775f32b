using System.Net;
using JourneyTracker.Domain.Matters;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.SignalR.Client;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>A woman who may not be found stands on no board: not as a card, not in a count, not in a movement (safeguards S5).</summary>
public sealed class BoardAccessTests(WebServer server) : IClassFixture<WebServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [PostgresFact]
    public async Task She_goes_from_page_count_card_and_movements_when_it_is_limited_and_the_watcher_is_drawn_anew()
    {
        var journey = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-3) }));
        await using var client = await HubClient.ConnectAsync(server.Address);
        using var patience = new CancellationTokenSource(Patience);
        await using var frames = client.Connection.StreamAsync<BoardFrame>("WatchFrom", "north", null, null, patience.Token).GetAsyncEnumerator(patience.Token);
        var before = await Next(frames);
        before.Women!.Should().Contain(w => w.Journey == journey);
        (await Next(frames)).Kind.Should().Be(BoardFrameKind.CaughtUp);
        (await PageAsync()).Should().Contain(journey.ToString());

        await server.PostAsync("access-limited.v1", new { happenedOn = WebServer.Day(0), to = new[] { new { agency = "Willow Women's Centre" } } }, journey);

        var anew = await Next(frames);
        anew.Should().BeEquivalentTo(new { Kind = BoardFrameKind.Snapshot, Reset = true });
        anew.Women!.Should().NotContain(w => w.Journey == journey);
        (before.Counts![Stage.UnderInvestigation] - anew.Counts!.GetValueOrDefault(Stage.UnderInvestigation)).Should().Be(1);
        (await PageAsync()).Should().NotContain(journey.ToString());
        (await server.Client.GetAsync($"/board/card/{journey}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await server.Client.GetAsync($"/journeys/{journey}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await server.Client.GetAsync($"/api/journeys/{journey}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        var refused = await server.SendAsync(new { journey, name = "arrested.v1", body = new { happenedOn = WebServer.Day(0) } });
        var missing = await server.SendAsync(new { journey = Guid.NewGuid(), name = "arrested.v1", body = new { happenedOn = WebServer.Day(0) } });
        (refused.StatusCode, await WordsAsync(refused)).Should().Be((missing.StatusCode, await WordsAsync(missing)));
        refused.StatusCode.Should().Be(HttpStatusCode.NotFound);

        var other = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-1) }));
        BoardFrame frame;
        do
        {
            frame = await Next(frames);
            frame.Journey.Should().NotBe(journey);
        }
        while (frame.Journey != other);
    }

    private static async Task<(string?, string?)> WordsAsync(HttpResponseMessage answer) =>
        await WebServer.JsonOf(answer) is var problem ? (problem.GetProperty("title").GetString(), problem.GetProperty("detail").GetString()) : default;

    private Task<string> PageAsync() => server.Client.GetStringAsync("/board");

    private static async Task<BoardFrame> Next(IAsyncEnumerator<BoardFrame> frames)
    {
        (await frames.MoveNextAsync()).Should().BeTrue();
        return frames.Current;
    }
}
