using System.Net;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Finding;

/// <summary>Two journeys are found to be one woman's, joined by a person with a reason, and parted again.</summary>
public sealed class MergePageTests(WebServer server) : IClassFixture<WebServer>
{
    private static readonly Caller Officer = new("pc.merger", "Northshire Police", "POLICE", Role.Practitioner, JournalHouse.North);

    [PostgresFact]
    public async Task Two_journeys_are_shown_side_by_side_joined_with_a_reason_and_parted_again()
    {
        var (one, other) = (await KnownAsync("Desdemona Uzzle", ("crn", "X123456")), await KnownAsync("Desdemona Uzzel", ("crn", "X654321")));
        var list = await server.GetAsync("/duplicates");
        var link = list.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(h => h.Contains("/merge?with=", StringComparison.Ordinal) && (h.Contains(one.ToString()) || h.Contains(other.ToString())));
        var pair = list.QuerySelectorAll(".double").Single(d => d.TextContent.Contains("Uzzel", StringComparison.Ordinal)).TextContent;
        pair.Should().Contain("Agree: a name that sounds alike; the same date of birth").And.Contain("Differ: different CRNs").And.Contain("5 June 1979").And.Contain("CRN X123456");

        var (empty, _) = await server.FromAsync(link, link.Split('?')[0], ("note", "they live at one address"));
        empty.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")).Should().Equal("#keep", "#why");
        empty.QuerySelector("#note")!.TextContent.Should().Be("they live at one address");
        var (_, joined) = await server.FromAsync(link, link.Split('?')[0], ("keep", one.ToString()), ("why", "SheSaidSo"), ("note", "she told me"));

        joined.RequestMessage!.RequestUri!.AbsolutePath.Should().Be($"/journeys/{one}");
        (await server.LookedAsync($"operation = 'combination' and door = 'page:merge' and journey in ('{one}', '{other}')")).Should().Be(2);
        (await server.GetAsync("/duplicates")).Body!.TextContent.Should().NotContain("Uzzel", "they are one by now");
        var (search, _) = await server.FormAsync("/find", ("typed", "Desdemona Uzzel"));
        search.QuerySelectorAll(".women-found__woman").Select(w => w.GetAttribute("data-journey")).Should().Equal(one.ToString());
        (await server.GetAsync($"/journeys/{one}")).QuerySelectorAll(".merged a").Select(a => a.GetAttribute("href")).Should().Equal($"/journeys/{other}/unmerge");

        var (unsaid, _) = await server.FromAsync($"/journeys/{other}/unmerge", $"/journeys/{other}/unmerge", ("note", "two women"));
        (unsaid.QuerySelector("#why-error") is not null, unsaid.QuerySelector("#note")!.TextContent).Should().Be((true, "two women"));
        var (_, parted) = await server.FromAsync($"/journeys/{other}/unmerge", $"/journeys/{other}/unmerge", ("why", "WrongWoman"));
        parted.RequestMessage!.RequestUri!.AbsolutePath.Should().Be($"/journeys/{other}");
        (await server.GetAsync($"/journeys/{other}")).QuerySelector("#went-to").Should().BeNull();
        (await server.GetAsync($"/journeys/{other}/unmerge")).QuerySelector("#apart").Should().NotBeNull();
        (await server.GetAsync("/duplicates")).Body!.TextContent.Should().Contain("Uzzel");
    }

    [PostgresFact]
    public async Task Who_may_not_know_of_one_of_them_is_shown_no_pair_and_joins_nothing()
    {
        var (one, other) = (await KnownAsync("Evangeline Ploverly", ("crn", "X222333")), await KnownAsync("Evangeline Ploverly", ("crn", "X222333")));
        foreach (var journey in new[] { one, other }) await server.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(-2) }, journey.Value);
        await using var police = await server.AskedByAsync(Officer);
        (await police.GetAsync("/duplicates")).Body!.TextContent.Should().Contain("Ploverly", "they may know of both");
        await server.PostAsync("person-barred.v1", new { happenedOn = WebServer.Day(0), who = new { person = "pc.barred", ground = "relative" } }, other.Value);

        await using var barred = await server.AskedByAsync(Officer with { Person = "pc.barred" });
        (await barred.GetAsync("/duplicates")).Body!.TextContent.Should().NotContain("Ploverly");
        (await barred.Client.GetAsync($"/journeys/{other}/merge?with={one}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await barred.Client.GetAsync($"/journeys/{other}/unmerge")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        foreach (var named in new[] { other.ToString(), other.Pseudonym, Guid.NewGuid().ToString() })
        {
            var (page, _) = await barred.FromAsync($"/journeys/{one}/known-to-me", $"/journeys/{one}/merge", ("with", named), ("keep", one.ToString()), ("why", "SheSaidSo"));
            page.QuerySelector("#with-error")!.TextContent.Should().Contain("Enter the reference of another journey that you may see", named);
        }

        (await server.LookedAsync($"operation = 'combination' and journey in ('{one}', '{other}')")).Should().Be(0);
    }

    [PostgresFact]
    public async Task A_justice_practitioner_joins_no_woman_who_is_here_for_support_alone()
    {
        var (known, alone) = (await KnownAsync("Fenella Grisewood", ("crn", "X777888")), await KnownAsync("Fenella Grisewood", ("crn", "X777888")));
        await server.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(-2) }, known.Value);
        await using var police = await server.AskedByAsync(Officer);
        (await police.GetAsync("/duplicates")).Body!.TextContent.Should().NotContain("Grisewood");
        var (page, _) = await police.FromAsync($"/journeys/{known}/known-to-me", $"/journeys/{known}/merge", ("with", alone.ToString()), ("keep", known.ToString()), ("why", "SheSaidSo"));
        page.QuerySelector("#with-error").Should().NotBeNull();
        var door = new JourneyTracker.Journal.Doors.MergingDoor(server.House.House.Journal, server.House.House.Vault, server.House.House.AccessLog, server.House.House.Access, TimeProvider.System);
        (await door.MergeAsync(Officer, known, alone, Domain.Facts.MergeReason.SheSaidSo, null, "test", default)).Should().BeOfType<JourneyTracker.Journal.Doors.SubmissionOutcome.Refused>()
            .Which.Why.Rule.Should().Be(Domain.Journal.Rule.UnknownJourney);
    }

    [PostgresTheory]
    [InlineData(Role.Coordinator, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData(Role.Practitioner, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData(Role.Auditor, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData(Role.Evaluator, HttpStatusCode.NotFound, HttpStatusCode.Forbidden)]
    [InlineData(Role.Administrator, HttpStatusCode.NotFound, HttpStatusCode.Forbidden)]
    public async Task Each_role_sees_doubles_or_not_and_joins_them_or_not(Role role, HttpStatusCode sees, HttpStatusCode joins)
    {
        var journey = await server.OpenAsync(null);
        await using var asked = await server.AskedByAsync(WebServer.Coordinator with { Role = role });
        (await asked.Client.GetAsync("/duplicates")).StatusCode.Should().Be(sees);
        foreach (var form in new[] { "merge", "unmerge" }) (await asked.Client.GetAsync($"/journeys/{journey}/{form}")).StatusCode.Should().Be(joins, form);
        if (sees == HttpStatusCode.OK) (await asked.Client.GetStringAsync($"/journeys/{journey}")).Contains("/merge\"", StringComparison.Ordinal).Should().Be(joins == HttpStatusCode.OK);
    }

    private async Task<JourneyId> KnownAsync(string name, (string Kind, string Number) number)
    {
        var journey = new JourneyId((await server.PostAsync("journey-opened.v1", new { how = "hand", happenedOn = WebServer.Day(-3) })).GetProperty("journey").GetGuid());
        await server.House.House.Vault.PutAsync(JournalHouse.North, journey, new PersonIdentity(name, new DateOnly(1979, 6, 5), null, [new PersonIdentifier(number.Kind, number.Number)]), default);
        return journey;
    }
}
