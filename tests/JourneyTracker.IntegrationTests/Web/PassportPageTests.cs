using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>Her passport: what she chose and nothing else (safeguards S9).</summary>
public sealed class PassportPageTests(WebServer server) : IClassFixture<WebServer>
{
    private const string Everything = "made=true&on=paper&part=Name&part=Meeting&part=Plan&part=Support&part=Services&part=Dates&part=Conditions";

    [PostgresFact]
    public async Task Nothing_is_chosen_for_her_and_what_is_missing_is_said()
    {
        var her = await HerAsync();
        var form = await PageAsync($"/journeys/{her}/passport");
        form.QuerySelectorAll("input[checked]").Should().BeEmpty();
        form.Body!.TextContent.Should().NotContain("a room of my own", "nothing of it stands there before she has chosen");

        var wrong = await PageAsync($"/journeys/{her}/passport?made=true&on=paper");
        wrong.QuerySelector(".govuk-error-summary")!.TextContent.Should().Contain("Choose what she wants in it.");
        wrong.QuerySelector("#on-paper")!.HasAttribute("checked").Should().BeTrue("what was chosen is kept");
        (await PageAsync($"/journeys/{her}/passport?made=true&part=Plan")).QuerySelector(".govuk-error-summary")!.TextContent.Should().Contain("Choose whether she wants it on paper.");
    }

    [PostgresFact]
    public async Task The_sheet_has_what_she_chose_and_never_a_disclosure_a_workers_name_or_how_she_is_reached()
    {
        var her = await HerAsync();
        var sheet = await PageAsync($"/journeys/{her}/passport?{Everything}");
        var text = sheet.QuerySelector(".passport")!.TextContent;
        text.Should().Contain("a room of my own").And.Contain("An interpreter: Polish").And.Contain("Health").And.Contain("Harbour Women's Centre")
            .And.NotContain("abuse").And.NotContain("sex work").And.NotContain("keyworker.k").And.NotContain("after five").And.NotContain("my mother");
        sheet.QuerySelector(".passport__cover")!.TextContent.ToUpperInvariant().Should().NotContain("PASSPORT").And.NotContain("JUSTICE").And.NotContain("PROBATION");
        sheet.Title.Should().Be("Notes");

        var plan = (await PageAsync($"/journeys/{her}/passport?made=true&on=screen&part=Plan"))!;
        plan.QuerySelector(".passport")!.TextContent.Should().Contain("a room of my own").And.NotContain("Polish").And.NotContain("Harbour");
        plan.Body!.ClassList.Should().Contain("letter--not-printed");
        plan.QuerySelector(".passport__cover").Should().BeNull();
    }

    [PostgresFact]
    public async Task Who_may_not_record_gets_none_and_each_look_is_written_down()
    {
        var her = await HerAsync();
        await PageAsync($"/journeys/{her}/passport");
        (await server.LookedAsync($"journey = '{her}' and door = 'page:passport'")).Should().Be(1);
        await using var auditor = await server.AskedByAsync(new Caller("aud.example", "Northshire Police", "POLICE", Role.Auditor, JournalHouse.North));
        (await auditor.Client.GetAsync($"/journeys/{her}/passport?{Everything}")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        await using var police = await server.AskedByAsync(new Caller("pc.example", "Northshire Police", "POLICE", Role.Practitioner, JournalHouse.North));
        (await police.Client.GetStringAsync($"/journeys/{her}/passport?{Everything}")).Should().NotContain("a room of my own", "what is not shared with them stands in no sheet of theirs").And.NotContain("Polish");
        (await server.Client.GetAsync($"/journeys/{Guid.NewGuid()}/passport")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private Task<Guid> HerAsync() => server.OpenAsync(
        null,
        ("arrested.v1", new { happenedOn = WebServer.Day(-5) }),
        ("plan-agreed.v1", new { happenedOn = WebServer.Day(-1), words = "a room of my own" }),
        ("safe-contact.v1", new { happenedOn = WebServer.Day(-1), ways = new { safe = new[] { "phone" }, times = "after five", mustNotKnow = "my mother", language = "Polish", interpreter = "yes" } }),
        ("worker-named.v1", new { happenedOn = WebServer.Day(-1), who = new { @as = "keyworker", agency = "Harbour Women's Centre", person = "keyworker.k" } }),
        ("needs-assessed.v1", new { happenedOn = WebServer.Day(-1), sensitivePathways = new[] { new { pathway = "ABUSE", answer = "shared" }, new { pathway = "HEALTH", answer = "support-needed" } } }));

    private async Task<IDocument> PageAsync(string path) => await new HtmlParser().ParseDocumentAsync(await server.Client.GetStringAsync(path));
}
