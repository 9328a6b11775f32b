using System.Net;
using JourneyTracker.IntegrationTests.BadDays;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.AccessLog;

/// <summary>As many lines as reads: 10,000 with <c>--full</c>, else 1,000.</summary>
public sealed class EveryReadIsWrittenDownTests(WebServer server) : IClassFixture<WebServer>
{
    private const int AtOnce = 64;
    private static readonly int Reads = BadDay.Full ? 10_000 : 1_000;

    [PostgresFact]
    public async Task Mixed_reads_at_once_leave_exactly_one_line_each()
    {
        var journeys = new List<Guid>();
        for (var n = 0; n < 5; n++) journeys.Add(await server.OpenAsync("E23000007"));
        var why = $"counting {Guid.NewGuid():N}";
        (string Door, Func<Guid, string> Path)[] kinds =
        [
            ("page:journey", j => $"/journeys/{j}"), ("api:journeys", j => $"/api/journeys/{j}"), ("page:board", _ => "/board"), ("page:board/card", j => $"/board/card/{j}"), ("api:stages", _ => "/api/stages"),
        ];
        await Parallel.ForEachAsync(Enumerable.Range(0, Reads), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (n, ct) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, kinds[n % kinds.Length].Path(journeys[n / kinds.Length % journeys.Count]));
            request.Headers.Add("Journey-Why", Uri.EscapeDataString(why));
            using var answer = await server.Client.SendAsync(request, ct);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
        });

        (await server.LookedAsync($"why = '{why}'")).Should().Be(Reads);
        foreach (var (door, _) in kinds) (await server.LookedAsync($"why = '{why}' and door = '{door}'")).Should().Be(Reads / kinds.Length, door);
        foreach (var journey in journeys)
            (await server.LookedAsync($"why = '{why}' and journey = '{journey}'")).Should().Be(Reads / kinds.Length / journeys.Count * 3);
    }
}
