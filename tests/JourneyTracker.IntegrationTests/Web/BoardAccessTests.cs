using System.Net;
using JourneyTracker.Domain.Access;
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

        var counted = await StagesAsync(WebServer.Coordinator);
        await server.PostAsync("access-limited.v1", new { happenedOn = WebServer.Day(0), to = new[] { new { agency = "Willow Women's Centre" } } }, journey);

        var anew = await Next(frames);
        anew.Should().BeEquivalentTo(new { Kind = BoardFrameKind.Snapshot, Reset = true });
        anew.Women!.Should().NotContain(w => w.Journey == journey);
        (before.Counts![Stage.UnderInvestigation] - anew.Counts!.GetValueOrDefault(Stage.UnderInvestigation)).Should().Be(1);
        (await PageAsync()).Should().NotContain(journey.ToString());
        (await StagesAsync(WebServer.Coordinator)).Should().Be(counted - 1);
        (await StagesAsync(WebServer.Coordinator with { Role = Role.Evaluator })).Should().Be(counted, "who knows of nobody counts everybody");
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

    /// <summary>How many women are under investigation, counted from the tables and by folding every journey, which say the same.</summary>
    private async Task<int> StagesAsync(Caller caller)
    {
        await server.FoldAsync();
        await using var asked = await server.AskedByAsync(caller);
        var counts = new List<int>();
        foreach (var query in new[] { "", $"?knownAt={DateTimeOffset.UtcNow.AddSeconds(1):yyyy-MM-ddTHH:mm:ssZ}" })
            counts.Add((await WebServer.JsonOf(await asked.Client.GetAsync($"/api/stages{query}"))).GetProperty("stages").GetProperty("under-investigation").GetInt32());
        return counts.Distinct().Should().ContainSingle().Subject;
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
