using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>What the page of one journey derives, and for whom.</summary>
public sealed class JourneyPageTests(WebServer server) : IClassFixture<WebServer>
{
    private static readonly Caller Keyworker = new("kim", "Willow Women's Centre", "WOMENS_CENTRE", Role.Practitioner, JournalHouse.North);
    private static readonly Caller Probation = new("pat", "Probation", "PROBATION", Role.Practitioner, JournalHouse.North);
    private static readonly Caller Police = new("bob", "Police", "POLICE", Role.Practitioner, JournalHouse.North);

    [PostgresFact]
    public async Task Safe_contact_comes_first_and_without_it_nobody_writes_or_calls()
    {
        var journey = await server.OpenAsync(null);
        (await PageAsync(server, journey)).QuerySelector("#safe-contact-card")!.TextContent.Should().Contain("Nobody asked her yet");
        await using var centre = await server.AskedByAsync(Keyworker);
        await centre.PostAsync("safe-contact.v1", new { happenedOn = WebServer.Day(-3), ways = new { safe = new[] { "text", "voicemail" }, times = "weekday mornings", mustNotKnow = "her former partner", femaleWorker = "yes" } }, journey);

        var hers = await PageAsync(centre, journey);
        hers.QuerySelector("#safe-contact-card")!.TextContent.Should().Contain("Text, Voicemail").And.Contain("weekday mornings").And.Contain("her former partner").And.Contain("To be seen by a woman");
        hers.QuerySelector("h2")!.TextContent.Should().Be("Safe contact", "it comes before everything else");
        await using var police = await server.AskedByAsync(Police);
        (await PageAsync(police, journey)).QuerySelector("#safe-contact-card")!.TextContent.Should().Contain("No safe way to reach her is shared with you").And.NotContain("mornings");
    }

    [PostgresFact]
    public async Task Dates_come_with_their_working_and_are_no_more_exact_than_what_they_rest_on()
    {
        var exact = await server.OpenAsync(null, ("sentenced.v3", new { happenedOn = WebServer.Day(-20), disposal = "CO", length = "P12M" }));
        var page = await PageAsync(server, exact);
        var dated = page.QuerySelectorAll(".dated__date").First(d => d.TextContent.Contains("in 3", StringComparison.Ordinal));
        dated.QuerySelector("summary")!.TextContent.Should().MatchRegex(@"\d{1,2} \w+ \d{4}").And.MatchRegex(@"in 3\d\d days");
        dated.QuerySelectorAll(".dated__rule").Should().NotBeEmpty("each step names its rule");

        var about = await server.OpenAsync(null, ("sentenced.v3", new { happenedOn = $"{WebServer.Today.AddDays(-40):yyyy-MM}", disposal = "CO", length = "P12M" }));
        var vague = (await PageAsync(server, about)).QuerySelectorAll(".dated")[0];
        vague.TextContent.Should().Contain("about ").And.Contain("not known exactly");
        vague.QuerySelectorAll(".dated__rule").Should().BeEmpty();
    }

    [PostgresFact]
    public async Task Support_on_licence_is_for_her_own_worker_alone()
    {
        var journey = await server.OpenAsync(null, ("released.v1", new { happenedOn = WebServer.Day(-10), kind = "on-licence", licenceEndsOn = WebServer.Day(100) }));
        await using var pat = await server.AskedByAsync(Probation);
        (await PageAsync(pat, journey)).QuerySelector("#support").Should().BeNull("she is not theirs");
        await server.PostAsync("worker-named.v1", new { happenedOn = WebServer.Day(-9), who = new { @as = "responsible-officer", agency = "Probation", person = "pat" } }, journey);

        var page = await PageAsync(pat, journey);
        page.QuerySelector("#support")!.ParentElement!.TextContent.Should().Contain("never a ground for recall");
        page.Body!.TextContent.Should().NotContain("points");
        foreach (var other in new[] { WebServer.Coordinator, Police, Probation with { Person = "peter" } })
        {
            await using var asked = await server.AskedByAsync(other);
            (await PageAsync(asked, journey)).QuerySelector("#support").Should().BeNull($"{other.Person} is not her worker");
        }
    }

    [PostgresFact]
    public async Task Her_plan_her_circumstances_and_what_she_shares_are_for_whom_she_named()
    {
        var journey = await server.OpenAsync(null);
        await using var centre = await server.AskedByAsync(Keyworker);
        await centre.PostAsync("plan-agreed.v1", new { happenedOn = WebServer.Day(-5), words = "A flat by spring", hasCopy = "yes", reviewOn = WebServer.Day(10) }, journey);
        await centre.PostAsync("circumstances-recorded.v1", new { happenedOn = WebServer.Day(-5), told = new { children = new { hasChildren = "yes", toldWhy = "yes", number = 2, caredForBy = new[] { "family" } } } }, journey);
        await centre.PostAsync("consent-given.v1", new { happenedOn = WebServer.Day(-4), to = new { scope = new[] { "plan" }, recipients = new[] { new { agency = "Probation" } }, purpose = "to plan together" }, place = "womens-centre", condition = "none" }, journey);
        await centre.PostAsync("consent-given.v1", new { happenedOn = WebServer.Day(-4), to = new { scope = new[] { "engagement" }, recipients = new[] { new { agency = "Probation" } } }, place = "custody", condition = "none" }, journey);

        var hers = (await PageAsync(centre, journey)).Body!.TextContent;
        hers.Should().Contain("A flat by spring").And.Contain("in 10 days").And.Contain("Yes, 2; cared for by: family").And.Contain("to plan together").And.Contain("She may not have been free to say no");
        await using var pat = await server.AskedByAsync(Probation);
        var shared = await PageAsync(pat, journey);
        shared.Body!.TextContent.Should().Contain("A flat by spring").And.NotContain("cared for by");
        shared.QuerySelector("#shared-with-you")!.TextContent.Should().Contain("plan").And.Contain("attendance").And.NotContain("engagement");
        await using var police = await server.AskedByAsync(Police);
        (await PageAsync(police, journey)).Body!.TextContent.Should().NotContain("A flat by spring").And.NotContain("cared for by").And.Contain("Hers to share: she has not named you");
    }

    [PostgresFact]
    public async Task Conditions_say_whether_anybody_explained_them_to_her_since_they_were_set()
    {
        var journey = await server.OpenAsync(null, ("released.v1", new { happenedOn = WebServer.Day(-30), kind = "on-licence", licenceEndsOn = WebServer.Day(100) }));
        await server.PostAsync("conditions-explained.v1", new { happenedOn = WebServer.Day(-20), understood = "yes" }, journey);
        await server.PostAsync("conditions-set.v1", new { happenedOn = WebServer.Day(-10), conditions = new[] { Domain.Codes.CodeList.LicenceConditions.All[0].Value } }, journey);
        (await PageAsync(server, journey)).Body!.TextContent.Should().Contain("Nobody recorded that these were explained to her.");
        await server.PostAsync("conditions-explained.v1", new { happenedOn = WebServer.Day(-9), understood = "yes" }, journey);
        (await PageAsync(server, journey)).Body!.TextContent.Should().Contain("understood: yes");
    }

    [PostgresFact]
    public async Task The_timeline_shows_one_part_when_asked_and_every_entry_has_an_address()
    {
        var journey = await server.OpenAsync(null, ("remanded.v1", new { happenedOn = WebServer.Day(-2) }));
        var page = await PageAsync(server, journey, "?family=court");
        page.QuerySelectorAll("[data-fact]").Select(e => e.GetAttribute("data-fact")).Should().Equal("remanded.v1");
        page.QuerySelector(".timeline-families a[aria-current]")!.TextContent.Should().Be("Court");
        page.QuerySelector("[data-fact]")!.Id.Should().StartWith("f-");
        (await PageAsync(server, journey, "?family=x")).QuerySelectorAll("[data-fact]").Should().HaveCount(2, "a simple caution is spent at once");
        (await PageAsync(server, journey, "?family=support")).Body!.TextContent.Should().Contain("Nothing of this part was on record by then.");
    }

    private static async Task<IDocument> PageAsync(WebServer of, Guid journey, string query = "")
    {
        var answer = await of.Client.GetAsync($"/journeys/{journey}{query}");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());
    }
}
