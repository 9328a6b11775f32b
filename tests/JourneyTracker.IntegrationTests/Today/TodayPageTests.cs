using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Journal.Today;

namespace JourneyTracker.IntegrationTests.Today;

/// <summary>The page Today, without a browser: who stands on it for whom, and what can be done there.</summary>
public sealed class TodayPageTests(WebServer server) : IClassFixture<WebServer>
{
    private static readonly Caller Keyworker = new("kit", "Coordination", "WOMENS_CENTRE", Role.Practitioner, JournalHouse.North);

    [PostgresFact]
    public async Task Who_needs_someone_stands_there_with_why_and_what_helps_and_that_it_was_read_is_written_down()
    {
        var her = await ToBeReleasedAsync();
        var entry = await EntryAsync(server, her);

        entry.GetAttribute("data-kind").Should().Be("release-address");
        entry.TextContent.Should().Contain("no place to sleep that night is ready").And.Contain("Release prepared").And.Contain("duty to refer").And.Contain("M15b").And.Contain("in 5 days").And.Contain(new JourneyId(her).Pseudonym);
        var why = entry.QuerySelectorAll("a").Single(a => a.TextContent == "Release prepared").GetAttribute("href")!.Split('#');
        (await PageAsync(server, why[0])).GetElementById(why[1])!.TextContent.Should().Contain("Release prepared");
        entry.Closest("section")!.GetAttribute("aria-labelledby").Should().Be("week");
        (await server.LookedAsync($"journey = '{her}' and door = 'page:today' and operation = 'consultation'")).Should().Be(1);
        (await PageAsync(server, "/today?group=release")).QuerySelector(Of(her)).Should().NotBeNull();
        (await PageAsync(server, "/today?group=court")).QuerySelector(Of(her)).Should().BeNull();
        (await server.LookedAsync($"journey = '{her}' and door = 'page:today'")).Should().Be(2, "where she is not shown, nobody has read of her");
    }

    [PostgresFact]
    public async Task Her_page_shows_first_what_today_shows_of_her_to_whom_it_does()
    {
        var her = await ToBeReleasedAsync();
        var quiet = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-2) }));
        var address = $"/journeys/{her}";
        var hers = (await PageAsync(server, address)).QuerySelector("#needs")!;
        hers.QuerySelector("[data-kind=release-address]")!.TextContent.Should().Contain("duty to refer").And.Contain("in 5 days").And.Contain("Release prepared");
        hers.PreviousElementSibling!.Id.Should().Be("safe-contact-card");
        (await PageAsync(server, $"/journeys/{quiet}")).QuerySelector("#needs").Should().BeNull();
        (await PageAsync(server, $"{address}?asAt={WebServer.Day(-20)}")).QuerySelector("#needs").Should().BeNull("another day is not today");
        await using var stranger = await server.AskedByAsync(Keyworker with { Person = "po", Agency = "Northshire Probation", AgencyType = "PROBATION" });
        (await PageAsync(stranger, address)).QuerySelector("#needs").Should().BeNull("she is on no list of that agency");
        await using var auditor = await server.AskedByAsync(WebServer.Coordinator with { Person = "aud", Role = Role.Auditor });
        (await PageAsync(auditor, address)).QuerySelector("#needs")!.QuerySelector("button").Should().BeNull();

        var key = hers.QuerySelector("[data-kind=release-address] input[name=key]")!.GetAttribute("value")!;
        var done = await PostAsync(server, her, key, ("what", "done"), ("return", address));
        done.RequestMessage!.RequestUri!.PathAndQuery.Should().Be($"{address}?marked=done");
        var after = await new HtmlParser().ParseDocumentAsync(await done.Content.ReadAsStringAsync());
        after.QuerySelector("#marked")!.TextContent.Should().Contain("It stands under Done");
        after.QuerySelector("#needs [data-kind=release-address]").Should().BeNull();
        (await PostAsync(server, her, key, ("what", "undone"), ("return", "/journeys/" + Guid.NewGuid()))).RequestMessage!.RequestUri!.AbsolutePath.Should().Be("/today", "only back to her own page");
    }

    [PostgresFact]
    public async Task What_is_taken_snoozed_and_done_stays_findable_with_who_and_when_and_can_be_undone()
    {
        var her = await ToBeReleasedAsync();
        await ActAsync(her, ("what", "taken"));
        (await EntryAsync(server, her)).TextContent.Should().Contain("ada of Coordination sees to it");

        var until = WebServer.Today.AddDays(2);
        await ActAsync(her, ("what", "snoozed"), ("reason", "date-agreed-with-her"), ("until.day", $"{until.Day}"), ("until.month", $"{until.Month}"), ("until.year", $"{until.Year}"));
        (await PageAsync(server, "/today")).QuerySelector(Of(her)).Should().BeNull();
        (await EntryAsync(server, her, "/today?show=snoozed")).TextContent.Should().Contain("by ada of Coordination").And.Contain("A date is agreed with her");

        await ActAsync(her, "/today?show=snoozed", ("what", "undone"));
        (await EntryAsync(server, her)).TextContent.Should().Contain("Open again");
        await ActAsync(her, ("what", "done"));
        (await EntryAsync(server, her, "/today?show=done")).TextContent.Should().Contain("Done: ada of Coordination");
        (await PageAsync(server, "/today?show=snoozed")).QuerySelector(Of(her)).Should().BeNull();

        await server.PostAsync("release-preparation.v1", Prepared("not-ready", 6), her);
        await server.FoldAsync();
        (await EntryAsync(server, her)).TextContent.Should().Contain("in 6 days", "what it rests on has changed, so it is another one");
        (await EntryAsync(server, her, "/today?show=done")).TextContent.Should().Contain("in 5 days", "and the one that was done is still found");
    }

    [PostgresFact]
    public async Task A_day_and_a_reason_are_asked_for_and_what_was_typed_is_kept()
    {
        var her = await ToBeReleasedAsync();
        var answer = await PostAsync(server, her, await KeyAsync(her), ("what", "snoozed"), ("reason", ""), ("until.day", "31"), ("until.month", "2"), ("until.year", "2027"));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var form = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        form.Title.Should().StartWith("Error: ");
        form.QuerySelector(".govuk-error-summary")!.TextContent.Should().Contain("Say why it can wait").And.Contain("The day must be a real date");
        form.QuerySelector("input[name='until.day']")!.GetAttribute("value").Should().Be("31");
        (await EntryAsync(server, her)).GetAttribute("data-state").Should().Be("open");
        var gone = await PostAsync(server, her, "release-address.no-such-fact.20260101", ("what", "done"));
        (await gone.Content.ReadAsStringAsync()).Should().Contain("There is nothing to do here any more");
    }

    [PostgresFact]
    public async Task Who_may_not_know_of_her_finds_nothing_and_who_may_only_read_changes_nothing()
    {
        var her = await ToBeReleasedAsync();
        var key = await KeyAsync(her);
        await using var barred = await server.AskedByAsync(WebServer.Coordinator with { Person = "cousin" });
        await server.PostAsync("person-barred.v1", new { who = new { person = "cousin", ground = "relative" }, happenedOn = WebServer.Day(0) }, her);
        (await barred.Client.GetStringAsync("/today")).Should().NotContain($"{her}").And.NotContain(new JourneyId(her).Pseudonym);
        (await barred.Client.GetAsync($"/journeys/{her}/today?key={key}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await barred.Client.GetAsync($"/journeys/{Guid.NewGuid()}/today?key={key}")).StatusCode.Should().Be(HttpStatusCode.NotFound);

        await using var auditor = await server.AskedByAsync(WebServer.Coordinator with { Person = "aud", Role = Role.Auditor });
        (await EntryAsync(auditor, her)).QuerySelector("button").Should().BeNull();
        (await auditor.Client.PostAsync($"/journeys/{her}/today", new FormUrlEncodedContent([new("key", key), new("what", "done")]))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await server.Client.PostAsync($"/journeys/{her}/today", new FormUrlEncodedContent([new("key", key), new("what", "done")]))).StatusCode.Should().Be(HttpStatusCode.BadRequest, "a form that was not fetched from here");
        foreach (var role in new[] { Role.Evaluator, Role.Administrator })
        {
            await using var other = await server.AskedByAsync(WebServer.Coordinator with { Person = "eva", Role = role });
            (await other.Client.GetAsync("/today")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        }

        await using var elsewhere = await server.AskedByAsync(WebServer.Coordinator with { Partnership = JournalHouse.South });
        (await elsewhere.Client.GetAsync("/today")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await PageAsync(server, "/today?group=support")).QuerySelector("#empty")!.TextContent.Should().Contain("Nobody needs someone today that is known here.").And.Contain("Looked at: support and sharing.");
        (await EntryAsync(server, her)).GetAttribute("data-state").Should().Be("open");
    }

    [PostgresFact]
    public async Task A_practitioner_sees_her_own_women_first_and_the_rest_of_her_agencys_when_asked()
    {
        var (mine, other) = (await ToBeReleasedAsync(), await ToBeReleasedAsync());
        await server.PostAsync("worker-named.v1", new { who = new { @as = "keyworker", agency = "Coordination", person = "kit" }, happenedOn = WebServer.Day(-1) }, mine);
        await using var kit = await server.AskedByAsync(Keyworker);
        await using var signedIn = await server.AskedByAsync(Keyworker with { Person = "kat", AgencyType = "PRISON", Women = new HashSet<JourneyId> { new(other) } });
        await using var stranger = await server.AskedByAsync(Keyworker with { Person = "po", Agency = "Northshire Probation", AgencyType = "PROBATION" });

        (await PageAsync(kit, "/today")).QuerySelector(Of(mine)).Should().NotBeNull();
        (await PageAsync(kit, "/today")).QuerySelector(Of(other)).Should().BeNull();
        (await PageAsync(signedIn, "/today")).QuerySelector(Of(other)).Should().NotBeNull();
        (await PageAsync(signedIn, "/today?whose=agency")).QuerySelector(Of(mine)).Should().NotBeNull();
        foreach (var address in new[] { "/today", "/today?whose=agency" })
            (await PageAsync(stranger, address)).QuerySelector(Of(mine)).Should().BeNull("no record of hers is that agency's, and nobody there works with her");
    }

    [PostgresFact]
    public async Task Whether_an_action_is_due_is_told_for_the_caller_and_why_is_not()
    {
        var (soon, due) = (await ToBeReleasedAsync(), await ToBeReleasedAsync(days: 0));
        var door = new TodayDoor(server.House.House, TimeProvider.System);
        JourneyId[] both = [new(soon), new(due)];

        (await door.ActionDueAsync(WebServer.Coordinator, both, default)).Should().Equal(new JourneyId(due));
        (await door.ActionDueAsync(Keyworker with { Agency = "Elsewhere", AgencyType = "DWP" }, both, default)).Should().BeEmpty("nothing of it is for a practitioner there");
        (await door.ActionDueAsync(WebServer.Coordinator with { Role = Role.Evaluator }, both, default)).Should().BeEmpty();
    }

    [PostgresFact]
    public async Task A_mark_is_sealed_cannot_be_changed_and_tells_nothing_of_a_woman_who_was_erased()
    {
        var her = await ToBeReleasedAsync();
        await ActAsync(her, ("what", "done"));
        await using var connection = new Npgsql.NpgsqlConnection(server.House.Database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using (var what = new Npgsql.NpgsqlCommand($"select what from journeys.prompt_mark where journey = '{her}'", connection)) (await what.ExecuteScalarAsync()).Should().BeOfType<string>().Which.Should().StartWith("p1.").And.NotContain("release");
        await using (var change = new Npgsql.NpgsqlCommand($"update journeys.prompt_mark set person = 'nobody' where journey = '{her}'", connection)) await change.Invoking(c => c.ExecuteNonQueryAsync()).Should().ThrowAsync<Npgsql.PostgresException>();

        await server.House.House.Vault.EraseAsync(JournalHouse.North, new JourneyId(her), default);
        (await PageAsync(server, "/today?show=done")).QuerySelector(Of(her)).Should().BeNull("which prompt it was is gone with her key");
    }

    private static object Prepared(string address, int days) => new { releaseOn = WebServer.Day(days), address, metBy = "keyworker", prescription = "ready", medication = "not-needed", happenedOn = WebServer.Day(0) };

    private async Task<Guid> ToBeReleasedAsync(int days = 5) => await server.OpenAsync(
        null, ("received.v1", new { basis = "sentence", happenedOn = WebServer.Day(-30) }), ("release-preparation.v1", Prepared("not-ready", days)));

    private static string Of(Guid her) => $".today-entry[data-kind=release-address]:has(a[href='/journeys/{her}'])";

    private static async Task<IDocument> PageAsync(WebServer asked, string address) => await new HtmlParser().ParseDocumentAsync(await asked.Client.GetStringAsync(address));

    private static async Task<IElement> EntryAsync(WebServer asked, Guid her, string address = "/today")
    {
        for (var page = await PageAsync(asked, address); ; page = await PageAsync(asked, page.QuerySelector("#next")!.GetAttribute("href")!))
            if (page.QuerySelector(Of(her)) is { } entry) return entry;
    }

    private async Task<string> KeyAsync(Guid her) => (await EntryAsync(server, her)).QuerySelector("input[name=key]")!.GetAttribute("value")!;

    private Task ActAsync(Guid her, params (string Name, string Value)[] fields) => ActAsync(her, "/today", fields);

    private async Task ActAsync(Guid her, string address, params (string Name, string Value)[] fields)
    {
        var key = (await EntryAsync(server, her, address)).QuerySelector("input[name=key]")!.GetAttribute("value")!;
        var answer = await PostAsync(server, her, key, fields);
        answer.RequestMessage!.RequestUri!.AbsolutePath.Should().Be("/today", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> PostAsync(WebServer asked, Guid her, string key, params (string Name, string Value)[] fields)
    {
        // One token serves for every form.
        var page = await PageAsync(asked, $"/journeys/{her}/known-to-me");
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await asked.Client.PostAsync($"/journeys/{her}/today", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("key", key), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]));
    }
}
