using System.Net;
using AngleSharp.Html.Dom;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Finding;

/// <summary>Records that do not fit together: listed with the way to mend them, by agency and kind, and only for who may know what each is about.</summary>
public sealed class DataQualityPageTests(WebServer server) : IClassFixture<WebServer>
{
    private static readonly Caller Officer = new("pc.quality", "Northshire Police", "POLICE", Role.Practitioner, JournalHouse.North);

    [PostgresFact]
    public async Task A_finding_is_listed_with_its_agency_and_how_to_mend_it_leads_to_the_fact_and_can_be_filtered()
    {
        var journey = await NamedAsync("Ignatia Vole", ("released.v1", new { kind = "sentence-ended", happenedOn = WebServer.Day(-5) }), ("contact.v1", new { type = "call", happenedOn = WebServer.Day(-4) }));

        var page = await server.GetAsync("/data-quality");
        var hers = Findings(page).Single(f => f.TextContent.Contains("Ignatia Vole", StringComparison.Ordinal));
        hers.Closest("section")!.TextContent.Should().Contain("Released, but no reception is on record.").And.Contain("Ask the prison for the day of reception.");
        hers.TextContent.Should().Contain("recorded by Coordination").And.Contain(journey.Pseudonym);
        var link = hers.QuerySelector("a")!.GetAttribute("href")!;
        link.Should().StartWith($"/journeys/{journey}#f-");
        (await server.GetAsync(link)).GetElementById(link.Split('#')[1])!.TextContent.Should().Contain("Released");
        (await server.LookedAsync($"journey = '{journey}' and door = 'page:data-quality' and subject = 'listed among records to mend'")).Should().Be(1);

        foreach (var (filter, isThere) in new[] { ("kind=released-not-in-custody", true), ("kind=reported-twice", false), ("agency=Coordination", true), ("agency=Nobody", false), ("kind=released-not-in-custody&agency=Coordination", true) })
            Findings(await server.GetAsync($"/data-quality?{filter}")).Any(f => f.TextContent.Contains("Ignatia Vole", StringComparison.Ordinal)).Should().Be(isThere, filter);
        var filtered = await server.GetAsync("/data-quality?kind=reported-twice&agency=Nobody");
        filtered.QuerySelectorAll("option[selected]").Select(o => o.GetAttribute("value")).Should().Equal("Nobody", "reported-twice");
        filtered.QuerySelector("#findings")!.TextContent.Should().Be("Everything fits together");
    }

    [PostgresFact]
    public async Task Findings_of_one_woman_and_kind_stand_together_under_what_does_not_fit()
    {
        var journey = await NamedAsync("Lowena Pair", ("released.v1", new { kind = "sentence-ended", happenedOn = WebServer.Day(-40) }), ("released.v1", new { kind = "sentence-ended", happenedOn = WebServer.Day(-5) }));
        await NamedAsync("Lowena Between", ("released.v1", new { kind = "sentence-ended", happenedOn = WebServer.Day(-20) }));

        var kind = (await server.GetAsync("/data-quality")).QuerySelectorAll("[data-kind=released-not-in-custody]").Should().ContainSingle("each kind stands there once").Subject;
        kind.QuerySelectorAll(".women-found__woman").Where(w => w.TextContent.Contains(journey.Pseudonym, StringComparison.Ordinal)).Should().ContainSingle().Which.QuerySelectorAll("a").Should().HaveCount(2);
    }

    [PostgresFact]
    public async Task Who_may_not_know_of_her_or_of_the_fact_sees_no_finding_and_no_count()
    {
        var barred = await NamedAsync("Jessamine Thrupp", ("released.v1", new { kind = "sentence-ended", happenedOn = WebServer.Day(-5) }), ("person-barred.v1", new { happenedOn = WebServer.Day(0), who = new { person = "pc.barred", ground = "relative" } }));
        var twice = await NamedAsync("Jessamine Twycross", ("arrested.v1", new { happenedOn = WebServer.Day(-9) }), ("session-kept.v1", new { happenedOn = WebServer.Day(-6) }), ("session-kept.v1", new { happenedOn = WebServer.Day(-6) }));
        Names(await server.GetAsync("/data-quality")).Should().Contain(["Jessamine Thrupp", "Jessamine Twycross"], "their own agency recorded both");
        (await server.GetAsync("/data-quality?kind=reported-twice")).QuerySelector("#findings")!.TextContent.Should().Be("1 record to look at");

        await using var police = await server.AskedByAsync(Officer);
        Names(await police.GetAsync("/data-quality")).Should().Contain("Jessamine Thrupp").And.NotContain("Jessamine Twycross", "what support she had is not theirs to know");
        (await police.GetAsync("/data-quality?kind=reported-twice")).QuerySelector("#findings")!.TextContent.Should().Be("Everything fits together");
        await using var relative = await server.AskedByAsync(Officer with { Person = "pc.barred" });
        Names(await relative.GetAsync("/data-quality")).Should().NotContain("Jessamine Thrupp");
        (await server.LookedAsync($"journey = '{barred}' and person = 'pc.barred'")).Should().Be(0);
        (await server.LookedAsync($"journey = '{twice}' and person = 'pc.quality'")).Should().Be(0);
        await using var auditor = await server.AskedByAsync(Officer with { Role = Role.Auditor });
        Names(await auditor.GetAsync("/data-quality")).Should().Contain(["Jessamine Thrupp", "Jessamine Twycross"]);
        await using var south = await server.AskedByAsync(WebServer.Coordinator with { Partnership = JournalHouse.South });
        (await south.Client.GetAsync("/data-quality")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [PostgresFact]
    public async Task A_journey_with_a_record_that_cannot_be_read_is_named_but_not_to_who_may_not_know_of_it()
    {
        var (open, limited) = (await NamedAsync("Kerenza Frozen"), await NamedAsync("Kerenza Hidden", ("access-limited.v1", new { happenedOn = WebServer.Day(0), to = new[] { new { agency = "Willow Women's Centre" } } })));
        foreach (var journey in new[] { open, limited })
        {
            await server.House.Database.ExecuteSuperAsync(
                $"insert into journeys.fold_failure (fold, partnership, journey, position, fact, what) values ('status.2', 'north', '{journey}', 1, gen_random_uuid(), 'a test')");
        }

        var page = await server.GetAsync("/data-quality");
        page.QuerySelector("[aria-labelledby=frozen]")!.TextContent.Should().Contain("Kerenza Frozen").And.NotContain("Kerenza Hidden");
        await server.House.Database.ExecuteSuperAsync("delete from journeys.fold_failure where what = 'a test'");
        (await server.GetAsync("/data-quality")).QuerySelector("#frozen").Should().BeNull();
    }

    [PostgresTheory]
    [InlineData(Role.Coordinator, HttpStatusCode.OK)]
    [InlineData(Role.Practitioner, HttpStatusCode.OK)]
    [InlineData(Role.Auditor, HttpStatusCode.OK)]
    [InlineData(Role.Evaluator, HttpStatusCode.NotFound)]
    [InlineData(Role.Administrator, HttpStatusCode.NotFound)]
    public async Task Each_role_has_the_page_or_not(Role role, HttpStatusCode sees)
    {
        await using var asked = await server.AskedByAsync(WebServer.Coordinator with { Role = role });
        (await asked.Client.GetAsync("/data-quality")).StatusCode.Should().Be(sees);
    }

    private static IEnumerable<AngleSharp.Dom.IElement> Findings(IHtmlDocument page) => page.QuerySelectorAll(".women-found__woman");

    private static IEnumerable<string> Names(IHtmlDocument page) => Findings(page).Select(f => f.QuerySelector("strong")!.TextContent);

    private async Task<JourneyId> NamedAsync(string name, params (string Name, object Body)[] facts)
    {
        var journey = new JourneyId(await server.OpenAsync(null, facts));
        await server.House.House.Vault.PutAsync(JournalHouse.North, journey, new PersonIdentity(name), default);
        return journey;
    }
}
