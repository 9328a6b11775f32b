using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>The replay of a journey, its difference between two moments, and who could see it: what the pages say, without a browser.</summary>
public sealed class ReplayPageTests(WebServer server) : IClassFixture<WebServer>
{
    private static readonly Caller Auditor = new("aud", "Audit", "PCC", Role.Auditor, JournalHouse.North);

    [PostgresFact]
    public async Task A_moment_shows_what_was_known_then_and_says_how_much_was_recorded_later()
    {
        var (journey, between) = await TwoDaysAsync();
        var page = await PageAsync($"/journeys/{journey}/replay?asAt={WebServer.Day(-4)}&knownAt={between}");
        page.QuerySelector("#stage strong")!.TextContent.Should().Be("Under investigation");
        page.QuerySelector("#later")!.TextContent.Should().Contain("Records made after that moment: 1. They are not part of what is shown here.");
        page.QuerySelector("#where")!.TextContent.Should().Be("Fact 2 of 2");
        page.QuerySelectorAll(".replay-facts li").Should().HaveCount(2, "a spent caution is not shown to a coordinator");
        page.QuerySelector("#this-step")!.TextContent.Should().Contain("Arrested").And.Contain("ada, Coordination");

        var now = await PageAsync($"/journeys/{journey}/replay");
        now.QuerySelector("#stage strong")!.TextContent.Should().Be("Before the court");
        now.QuerySelector("#later")!.TextContent.Should().Be("Nothing was recorded after that moment.");
        (await PageAsync($"/journeys/{journey}")).QuerySelector($"a[href='/journeys/{journey}/replay']").Should().NotBeNull();
        (await PageAsync($"/journeys/{journey}/replay?knownAt={WebServer.Day(-900)}")).QuerySelector("#nothing")!.TextContent.Should().Contain("Nothing of her was on record");
    }

    [PostgresFact]
    public async Task Steps_go_from_fact_to_fact_by_what_happened_or_by_what_was_recorded_and_each_has_an_address()
    {
        var (journey, _) = await TwoDaysAsync();
        var second = await PageAsync($"/journeys/{journey}/replay?step=2");
        second.QuerySelector("#where")!.TextContent.Should().Be("Fact 2 of 3");
        second.QuerySelector("#stage strong")!.TextContent.Should().Be("Under investigation");
        second.QuerySelector("#step")!.GetAttribute("max").Should().Be("3");
        var next = await PageAsync(second.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        next.QuerySelector("#where")!.TextContent.Should().Be("Fact 3 of 3");
        next.QuerySelector("a[rel=next]").Should().BeNull();
        var quoted = await PageAsync(next.QuerySelector(".replay-quote a")!.GetAttribute("href")!);
        quoted.QuerySelector("#moment-heading")!.TextContent.Should().Be(next.QuerySelector("#moment-heading")!.TextContent);

        var recorded = await PageAsync($"/journeys/{journey}/replay?order=recorded&step=2&asAt={WebServer.Day(0)}");
        recorded.QuerySelector("#this-step")!.TextContent.Should().Contain("It changed her stage on that day from No current justice involvement to Under investigation.");
        recorded.QuerySelector("#later")!.TextContent.Should().Contain("Records made after that moment: 1.");
        (await PageAsync($"/journeys/{journey}/replay?order=recorded&step=99")).QuerySelector("#where")!.TextContent.Should().Be("Fact 3 of 3", "beyond the last is the last");
    }

    [PostgresFact]
    public async Task Her_dates_are_worked_out_by_the_law_of_the_day_that_is_asked_for()
    {
        var journey = await server.OpenAsync(null, ("sentenced.v1", new { happenedOn = "2026-05-26", disposal = "IMMEDIATE_CUSTODY", length = "P20M" }));
        async Task<string> Release(string law) => (await PageAsync($"/journeys/{journey}/replay?lawOn={law}")).QuerySelector(".replay-state")!.TextContent;
        (await Release("2024-03-01")).Should().Contain("Dates that matter, by the law of 1 March 2024").And.Contain("25 March 2027", "half of it");
        (await Release("2026-10-02")).Should().NotContain("25 March 2027");
    }

    [PostgresFact]
    public async Task The_difference_says_which_fact_made_it_who_recorded_it_and_why()
    {
        var (journey, between) = await TwoDaysAsync();
        var arrest = await server.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(-3) }, journey);
        await server.PostAsync("withdrawn.v1", new { happenedOn = WebServer.Day(0), withdraws = arrest.GetProperty("fact").GetGuid(), why = "wrong-woman" }, journey);
        var page = await PageAsync($"/journeys/{journey}/replay/difference?fromKnownAt={between}");
        page.QuerySelector("#summary")!.TextContent.Should().Be("Her stage was Under investigation, and is Before the court.");
        page.QuerySelector(".govuk-table")!.TextContent.Should().Contain("Prosecution started").And.Contain("Recorded in between").And.Contain("ada, Coordination");
        page.QuerySelectorAll(".replay-side").Should().HaveCount(2);

        var wrong = await PageAsync($"/journeys/{journey}/replay/difference?fromKnownAt=tomorrow&knownAt={between}");
        wrong.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").Should().Be("#fromKnownAt");
        wrong.QuerySelector("#fromKnownAt")!.GetAttribute("value").Should().Be("tomorrow", "what was typed is kept");
        (await PageAsync($"/journeys/{journey}/replay/difference?knownAt={between}")).QuerySelector(".govuk-error-summary")!.TextContent.Should().Contain("The second moment must be known");
    }

    [PostgresFact]
    public async Task A_print_has_the_moment_and_who_printed_it_on_top_no_name_and_no_navigation_and_is_written_down_as_one()
    {
        var (journey, _) = await TwoDaysAsync();
        await server.House.House.Vault.PutAsync(JournalHouse.North, new JourneyId(journey), new PersonIdentity("Fictional Print-Page"), default);
        await using var auditor = await server.AskedByAsync(Auditor);
        foreach (var (path, door) in new[] { ("replay?print=1", "print:replay"), ("replay/difference?fromAsAt=2026-01-01&print=1", "print:difference"), ("replay/sight?print=1", "print:sight") })
        {
            var sheet = await PageAsync($"/journeys/{journey}/{path}", auditor);
            sheet.QuerySelector(".print__head")!.TextContent.Should().Contain(new JourneyId(journey).Pseudonym).And.Contain("Position").And.Contain("by aud, Audit");
            sheet.QuerySelector("header.house-header, .house-header__pages").Should().BeNull();
            sheet.Body!.TextContent.Should().NotContain("Print-Page");
            (await server.LookedAsync($"journey = '{journey}' and door = '{door}' and person = 'aud'")).Should().Be(1, path);
        }
    }

    [PostgresFact]
    public async Task Moments_are_typed_as_people_say_them_and_nothing_is_known_at_one_that_has_not_come()
    {
        var (journey, _) = await TwoDaysAsync();
        string Said(DateOnly day) => Uri.EscapeDataString(day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture));
        (await PageAsync($"/journeys/{journey}/replay?knownAt={Said(WebServer.Today)}")).QuerySelector("#stage")!.TextContent.Should().Contain("Before the court", "a day that is not over is known up to now");
        var wrong = await PageAsync($"/journeys/{journey}/replay?knownAt={Said(WebServer.Today.AddDays(3))}");
        wrong.QuerySelector(".govuk-error-summary a[href='#knownAt']")!.TextContent.Should().Contain("Nobody knows yet");
        wrong.QuerySelector("#knownAt")!.GetAttribute("value").Should().Be(Uri.UnescapeDataString(Said(WebServer.Today.AddDays(3))) + " at 23:59");
        (await PageAsync($"/journeys/{journey}?knownAt={WebServer.Day(2)}")).QuerySelector(".govuk-error-summary")!.TextContent.Should().Contain("Nobody knows yet");
        (await PageAsync($"/journeys/{journey}/replay?asAt=31+13+2024")).QuerySelector(".govuk-error-summary")!.TextContent.Should().Contain("such as 1 March 2024");
    }

    [PostgresFact]
    public async Task Who_could_see_her_and_who_did_is_for_auditors()
    {
        var (journey, _) = await TwoDaysAsync();
        await using var auditor = await server.AskedByAsync(Auditor);
        var page = await PageAsync($"/journeys/{journey}/replay/sight", auditor);
        page.QuerySelector(".govuk-table")!.TextContent.Should().Contain("ada").And.Contain("Coordination, coordinator");
        page.QuerySelector("#looks")!.TextContent.Should().Contain("ada, Coordination: recorded with a program, through the interface for programs (Arrested)").And.NotContain("api:");
        (await server.Client.GetAsync($"/journeys/{journey}/replay/sight")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await PageAsync($"/journeys/{journey}/replay")).QuerySelector("a[href*='/replay/sight']").Should().BeNull("a coordinator is no auditor");
        (await PageAsync($"/journeys/{journey}/replay", auditor)).QuerySelector("a[href*='/replay/sight']").Should().NotBeNull();
    }

    [PostgresFact]
    public async Task Of_a_woman_who_may_not_be_found_there_is_no_replay()
    {
        var (journey, _) = await TwoDaysAsync();
        await server.PostAsync("access-limited.v1", new { happenedOn = WebServer.Day(0), to = new[] { new { agency = "Willow" } } }, journey);
        await using var auditor = await server.AskedByAsync(Auditor);
        foreach (var path in new[] { "replay", "replay/difference?fromAsAt=2026-01-01", "replay/sight" })
        {
            (await auditor.Client.GetAsync($"/journeys/{journey}/{path}")).StatusCode.Should().Be(HttpStatusCode.NotFound, path);
            (await auditor.Client.GetAsync($"/journeys/{Guid.NewGuid()}/{path}")).StatusCode.Should().Be(HttpStatusCode.NotFound, path);
        }
    }

    /// <summary>Opened, cautioned and arrested; then, after the instant that is returned, prosecuted from a later day on.</summary>
    private async Task<(Guid Journey, string Between)> TwoDaysAsync()
    {
        var journey = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-10) }));
        var between = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");
        await server.PostAsync("prosecution-started.v1", new { happenedOn = WebServer.Day(-5), form = "charge" }, journey);
        return (journey, between);
    }

    private Task<IDocument> PageAsync(string path) => PageAsync(path, server);

    private static async Task<IDocument> PageAsync(string path, WebServer of)
    {
        var answer = await of.Client.GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, path);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());
    }
}
