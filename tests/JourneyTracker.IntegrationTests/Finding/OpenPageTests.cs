using System.Net;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Finding;

/// <summary>A journey is opened by hand: after a look at who may be the same, once, with nothing typed lost.</summary>
public sealed class OpenPageTests(WebServer server) : IClassFixture<WebServer>
{
    [PostgresFact]
    public async Task A_journey_is_opened_with_all_that_was_said_and_the_form_sent_again_opens_no_second_one()
    {
        var form = await server.GetAsync("/journeys/open");
        (string, string)[] fields =
        [
            ("name", "Wilhelmina Xylander"), ("aliases", "Mina Xylander\r\nBilly X"), ("born.day", "27"), ("born.month", "3"), ("born.year", "1990"), ("pnc", "03/11985x"), ("cro", ""), ("crn", "x123456"),
            ("prison-number", ""), ("area", "E23000014"),
        ];
        var (page, answer) = await server.FormAsync(form, "/journeys/open", fields);

        var journey = new JourneyId(Guid.Parse(answer.RequestMessage!.RequestUri!.AbsolutePath["/journeys/".Length..]));
        page.QuerySelector("h1")!.TextContent.Should().Be("Wilhelmina Xylander");
        var known = (await server.House.House.Vault.GetAsync(JournalHouse.North, journey, default))!;
        (known.Name, known.DateOfBirth).Should().Be(("Wilhelmina Xylander", new DateOnly(1990, 3, 27)));
        known.Aliases.Should().Equal("Mina Xylander", "Billy X");
        known.Identifiers.Should().BeEquivalentTo<PersonIdentifier>([new("pnc", "2003/0011985X"), new("crn", "X123456")]);
        (await server.LookedAsync($"journey = '{journey}' and door = 'page:journey-open' and operation = 'collection'")).Should().Be(2, "her opening, and who she is");

        var (alike, _) = await server.FormAsync(form, "/journeys/open", fields);
        alike.QuerySelector("h1")!.TextContent.Should().Be("Is it one of these?", "she is there by now");
        var (_, again) = await server.FormAsync(form, "/journeys/open", [.. fields, ("then", "open")]);
        again.RequestMessage!.RequestUri!.AbsolutePath.Should().Be($"/journeys/{journey}");
    }

    [PostgresFact]
    public async Task Who_may_be_the_same_is_shown_first_but_nobody_who_may_not_be_found_and_what_was_typed_stays()
    {
        var (there, hidden) = (await KnownAsync("Thomasina Yarrowby"), await KnownAsync("Thomasina Yarrowby"));
        await server.PostAsync("access-limited.v1", new { happenedOn = WebServer.Day(0), to = new[] { new { agency = "Willow Women's Centre" } } }, hidden.Value);
        var (asked, _) = await server.FormAsync("/journeys/open", ("name", "Tomasina Yarrowby"), ("born.day", "5"), ("born.month", "6"), ("born.year", "1979"), ("area", "E23000014"));

        asked.QuerySelector("h1")!.TextContent.Should().Be("Is it one of these?");
        asked.QuerySelectorAll(".women-found__woman").Select(w => w.GetAttribute("data-journey")).Should().Equal(there.ToString());
        (await server.LookedAsync($"journey = '{there}' and door = 'page:journey-open' and subject = 'compared with other records'")).Should().Be(1);
        (await server.LookedAsync($"journey = '{hidden}' and door = 'page:journey-open'")).Should().Be(0);
        var (changed, _) = await server.FormAsync(asked, "/journeys/open", ("then", "change"));
        (changed.QuerySelector("#name")!.GetAttribute("value"), changed.QuerySelector("[name='born.year']")!.GetAttribute("value"), changed.QuerySelector("option[selected]")!.GetAttribute("value"))
            .Should().Be(("Tomasina Yarrowby", "1979", "E23000014"));

        var (opened, answer) = await server.FormAsync(asked, "/journeys/open", ("then", "open"));
        opened.QuerySelector("h1")!.TextContent.Should().Be("Tomasina Yarrowby");
        answer.RequestMessage!.RequestUri!.AbsolutePath.Should().NotBe($"/journeys/{there}");
    }

    [PostgresFact]
    public async Task Each_mistake_is_named_beside_its_field_and_nothing_is_opened()
    {
        var before = await server.LookedAsync("door = 'page:journey-open' and operation = 'collection'");
        var (page, _) = await server.FormAsync(
            "/journeys/open", ("name", "123"), ("aliases", "Ada\n77"), ("born.day", "1"), ("born.month", ""), ("born.year", "1990"), ("pnc", "2003/0011986X"), ("crn", "1"), ("prison-number", "no"), ("area", "Mars"));

        page.Title.Should().StartWith("Error: ");
        page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")).Should().BeEquivalentTo("#name", "#aliases", "#born", "#pnc", "#crn", "#prison-number", "#area");
        page.QuerySelector("#pnc-error")!.TextContent.Should().Contain("The last letter of the PNC number does not fit its digits.");
        (page.QuerySelector("#name")!.GetAttribute("value"), page.QuerySelector("#aliases")!.TextContent, page.QuerySelector("#pnc")!.GetAttribute("value")).Should().Be(("123", "Ada\n77", "2003/0011986X"));
        var (nothing, _) = await server.FormAsync("/journeys/open", ("name", ""));
        nothing.QuerySelector("#name-error")!.TextContent.Should().Contain("Nothing was said of who she is.");
        (await server.LookedAsync("door = 'page:journey-open' and operation = 'collection'")).Should().Be(before);
    }

    [PostgresFact]
    public async Task A_search_that_found_nobody_leads_to_the_form_with_what_was_typed()
    {
        var (page, _) = await server.FormAsync("/find", ("typed", "Ulrica Zwick"), ("born.day", "2"), ("born.month", "1"), ("born.year", "1995"));
        var form = await server.GetAsync(page.QuerySelector("main a[href^='/journeys/open']")!.GetAttribute("href")!);
        (form.QuerySelector("#name")!.GetAttribute("value"), form.QuerySelector("#born")!.GetAttribute("value")).Should().Be(("Ulrica Zwick", "2"));
        await using var auditor = await server.AskedByAsync(WebServer.Coordinator with { Role = Role.Auditor });
        (await auditor.Client.PostAsync("/journeys/open", new FormUrlEncodedContent([new("name", "Ulrica Zwick")]))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await auditor.GetAsync("/find")).QuerySelector("main a[href^='/journeys/open']").Should().BeNull();
    }

    private async Task<JourneyId> KnownAsync(string name)
    {
        var journey = new JourneyId((await server.PostAsync("journey-opened.v1", new { how = "hand", happenedOn = WebServer.Day(-3) })).GetProperty("journey").GetGuid());
        await server.House.House.Vault.PutAsync(JournalHouse.North, journey, new PersonIdentity(name, new DateOnly(1979, 6, 5)), default);
        return journey;
    }
}
