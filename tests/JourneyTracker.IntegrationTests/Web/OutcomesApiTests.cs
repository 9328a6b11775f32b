using System.Net;
using System.Text.Json;
using JourneyTracker.Cli.Verbs.Outcomes;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Web;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>Programs that ask about outcomes.</summary>
public sealed class OutcomesApiTests(WebServer lent) : IClassFixture<WebServer>
{
    private const int Women = 8;

    [PostgresFact]
    public async Task A_question_is_answered_out_of_the_partnership_s_store_once_there_is_one_and_every_asking_is_written_down()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        await using var server = await WebServer.CreateAsync(lent.House, options: new WebOptions(WebServer.Coordinator, 0) { Outcomes = folder });
        (await AskedAsync(server, "/api/outcomes/measure", HttpStatusCode.Conflict)).GetProperty("detail").GetString().Should().Contain("./journey outcomes build");
        for (var i = 0; i < Women; i++) await lent.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(-40) }, (await lent.PostAsync("journey-opened.v1", new { how = "hand", happenedOn = WebServer.Day(-60) })).GetProperty("journey").GetGuid());
        await BuildAsync(folder);

        var list = await AskedAsync(server, "/api/outcomes", HttpStatusCode.OK);
        (list.GetProperty("standing").GetProperty("women").GetInt64(), list.GetProperty("kinds").GetArrayLength()).Should().Be((Women, OutcomeKinds.For(isEvaluator: false).Count()));
        var address = $"/api/outcomes/measure?id=M02&from={WebServer.Day(-50)}&to={WebServer.Day(-30)}";
        var answer = await AskedAsync(server, address, HttpStatusCode.OK);
        answer.GetProperty("quote").GetProperty("partnership").GetString().Should().Be(JournalHouse.North.Name);
        answer.GetProperty("tables")[0].GetProperty("rows")[0].EnumerateArray().Select(c => c.ToString()).Should().Equal("arrests", $"{Women}", $"{Women}", "0");
        (await server.Client.GetStringAsync(address + "&format=csv")).Should().Be($"kind,n,women,missing\r\narrests,{Women},{Women},0\r\n");

        (await AskedAsync(server, address + "&by=age", HttpStatusCode.BadRequest)).GetProperty("where").GetString().Should().Be("by");
        (await AskedAsync(server, "/api/outcomes/fortunes", HttpStatusCode.NotFound)).GetProperty("detail").GetString().Should().Contain("measure");
        (await AskedAsync(server, "/api/outcomes/backtest", HttpStatusCode.NotFound)).GetProperty("detail").GetString().Should().NotContain("backtest", "its numbers are for evaluators");
        (await lent.LookedAsync($"door = 'api:outcomes/measure' and subject = 'outcomes: measure from={WebServer.Day(-50)} to={WebServer.Day(-30)} known-until={WebServer.Day(-1)}'")).Should().Be(2);
    }

    private async Task BuildAsync(string folder)
    {
        var evaluator = WebServer.Coordinator with { Role = Role.Evaluator };
        await StoreBuild.RunAsync(lent.House.House, new OutcomesStore(folder, JournalHouse.North.Name), evaluator, whole: false, "test", _ => { }, default);
    }

    private static async Task<JsonElement> AskedAsync(WebServer server, string address, HttpStatusCode status)
    {
        var answer = await server.Client.GetAsync(address);
        answer.StatusCode.Should().Be(status, await answer.Content.ReadAsStringAsync());
        return await WebServer.JsonOf(answer);
    }
}
