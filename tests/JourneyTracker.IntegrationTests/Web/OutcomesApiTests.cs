using System.Net;
using System.Text.Json;
using JourneyTracker.Cli.Verbs.Outcomes;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Imported;
using JourneyTracker.Outcomes.National;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Web;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>Programs that ask about outcomes.</summary>
public sealed class OutcomesApiTests(WebServer lent) : IClassFixture<WebServer>
{
    private const int Women = 8;
    private const int Few = 3;

    [PostgresFact]
    public async Task A_question_is_answered_out_of_the_partnership_s_store_once_there_is_one_and_every_asking_is_written_down()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        await using var server = await WebServer.CreateAsync(lent.House, options: new WebOptions(WebServer.Coordinator, 0) { Outcomes = folder });
        (await AskedAsync(server, "/api/outcomes/measure", HttpStatusCode.Conflict)).GetProperty("detail").GetString().Should().Contain("./journey outcomes build");
        await ArrestAsync(Few);
        await BuildAsync(folder);
        (await AskedAsync(server, "/api/outcomes", HttpStatusCode.OK)).GetProperty("standing").TryGetProperty("women", out _).Should().BeFalse("they are few");
        await ArrestAsync(Women - Few);
        await BuildAsync(folder);
        (await server.Client.GetStringAsync($"/api/outcomes/measure?id=M02&{CountedWomen.Asked}&format=csv")).Should().Be("kind,n,women,missing\r\narrests,[c],[c],[c]\r\n", "who came after it was published is not in it");
        (await ForEvaluatorAsync(folder)).Should().Be($"kind,n,women,missing\r\narrests,{Women},{Women},0\r\n");
        await BuildAsync(folder, anew: true);

        var list = await AskedAsync(server, "/api/outcomes", HttpStatusCode.OK);
        (list.GetProperty("standing").GetProperty("women").GetInt64(), list.GetProperty("kinds").GetArrayLength()).Should().Be((Women, OutcomeKinds.For(isEvaluator: false).Count()));
        list.GetProperty("periods")[0].GetProperty("from").GetString().Should().Be($"{CountedWomen.Quarter.From:yyyy-MM-dd}");
        list.GetProperty("kinds")[0].GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()).Should().NotContain("known-until");
        var address = $"/api/outcomes/measure?id=M02&{CountedWomen.Asked}";
        var answer = await AskedAsync(server, address, HttpStatusCode.OK);
        answer.GetProperty("quote").GetProperty("partnership").GetString().Should().Be(JournalHouse.North.Name);
        answer.GetProperty("tables")[0].GetProperty("rows")[0].EnumerateArray().Select(c => c.ToString()).Should().Equal("arrests", $"{Women}", $"{Women}", "0");
        (await server.Client.GetStringAsync(address + "&format=csv")).Should().Be($"kind,n,women,missing\r\narrests,{Women},{Women},0\r\n");

        (await AskedAsync(server, "/api/outcomes/measure", HttpStatusCode.OK)).GetProperty("values").GetProperty("from").GetString().Should().Be($"{CountedWomen.Quarter.From:yyyy-MM-dd}");
        foreach (var (question, parameter) in new[] { ("measure?from=2026-01-01&to=2026-06-30", "to"), ("measures?from=2026-02-01", "from"), ("population?every=day", "every"), ($"flows?known-until={WebServer.Day(-2)}", "known-until") })
            (await AskedAsync(server, $"/api/outcomes/{question}", HttpStatusCode.BadRequest)).GetProperty("where").GetString().Should().Be(parameter, question);
        (await AskedAsync(server, "/api/outcomes/series?change=2026-01-01", HttpStatusCode.NotFound)).GetProperty("detail").GetString().Should().NotContain("series", "its months lie in the quarters");
        (await AskedAsync(server, address + "&by=age", HttpStatusCode.BadRequest)).GetProperty("where").GetString().Should().Be("by");
        (await AskedAsync(server, "/api/outcomes/fortunes", HttpStatusCode.NotFound)).GetProperty("detail").GetString().Should().Contain("measure");
        (await AskedAsync(server, "/api/outcomes/backtest", HttpStatusCode.NotFound)).GetProperty("detail").GetString().Should().NotContain("backtest", "its numbers are for evaluators");
        (await lent.LookedAsync($"door = 'api:outcomes/measure' and subject = 'outcomes: measure {CountedWomen.Asked.Replace('&', ' ')} known-until={WebServer.Day(-1)} small=hide'")).Should().Be(5);

        (await AskedAsync(server, "/api/outcomes/costs", HttpStatusCode.NotFound)).GetProperty("detail").GetString().Should().NotContain("costs", "they are for evaluators");
        new ImportedFiles(folder, JournalHouse.North.Name).Put([new NationalSeries("Made up", "M02", "arrests", "Nobody", "None", "https://example.org", new(2026, 1, 1), "none", false, "made up", new(2026, 1, 1), [new("E23000029", "", new(2020, 1, 1), new(2020, 12, 31), 7, null, null, "")])]);
        (await AskedAsync(server, address, HttpStatusCode.OK)).GetProperty("tables").EnumerateArray().Select(t => t.GetProperty("name").GetString()).Should().Equal("figures", "published", "published_sources");
    }

    private async Task ArrestAsync(int women)
    {
        for (var i = 0; i < women; i++) await lent.PostAsync("arrested.v1", new { happenedOn = $"{CountedWomen.Quarter.From:yyyy-MM-dd}" }, (await lent.PostAsync("journey-opened.v1", new { how = "hand", happenedOn = WebServer.Day(-300) })).GetProperty("journey").GetGuid());
    }

    private async Task<string> ForEvaluatorAsync(string folder)
    {
        await using var server = await WebServer.CreateAsync(lent.House, options: new WebOptions(WebServer.Coordinator with { Role = Role.Evaluator }, 0) { Outcomes = folder });
        return await server.Client.GetStringAsync($"/api/outcomes/measure?id=M02&{CountedWomen.Asked}&format=csv");
    }

    private async Task BuildAsync(string folder, bool anew = false)
    {
        var evaluator = WebServer.Coordinator with { Role = Role.Evaluator };
        await StoreBuild.RunAsync(lent.House.House, new OutcomesStore(folder, JournalHouse.North.Name), evaluator, whole: false, "test", _ => { }, default, anew: anew);
    }

    private static async Task<JsonElement> AskedAsync(WebServer server, string address, HttpStatusCode status)
    {
        var answer = await server.Client.GetAsync(address);
        answer.StatusCode.Should().Be(status, await answer.Content.ReadAsStringAsync());
        return await WebServer.JsonOf(answer);
    }
}
