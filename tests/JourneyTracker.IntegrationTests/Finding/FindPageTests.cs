using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Finding;

/// <summary>Find a woman: who finds whom, by what, and what stands in addresses and in the access log.</summary>
public sealed class FindPageTests(WebServer server) : IClassFixture<WebServer>
{
    private static readonly DateOnly Born = new(1988, 4, 9);
    private static readonly Caller Officer = new("pc.finder", "Northshire Police", "POLICE", Role.Practitioner, JournalHouse.North);

    [PostgresTheory]
    [InlineData(Role.Coordinator, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData(Role.Practitioner, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData(Role.Auditor, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData(Role.Evaluator, HttpStatusCode.NotFound, HttpStatusCode.Forbidden)]
    [InlineData(Role.Administrator, HttpStatusCode.NotFound, HttpStatusCode.Forbidden)]
    public async Task Each_role_has_the_page_or_not_and_opens_journeys_or_not(Role role, HttpStatusCode finds, HttpStatusCode opens)
    {
        await using var asked = await server.AskedByAsync(Officer with { Role = role });
        (await asked.Client.GetAsync("/find")).StatusCode.Should().Be(finds);
        (await asked.Client.GetAsync("/journeys/open")).StatusCode.Should().Be(opens);
        var board = await asked.Client.GetAsync("/board");
        (await board.Content.ReadAsStringAsync()).Contains("href=\"/find\"", StringComparison.Ordinal).Should().Be(finds == HttpStatusCode.OK, "what somebody may not do is not offered");
    }

    [PostgresFact]
    public async Task She_is_found_by_name_alias_number_birth_and_reference_in_any_order_and_spelling_and_is_told_why()
    {
        var mark = Word();
        var (journey, name) = (await KnownAsync($"Rosalind {mark}", ["Linda Quillby"], new("prison-number", "A8123BC")), $"Rosalind {mark}");
        foreach (var (typed, why) in new[]
        {
            (name, "the name"), ($"{mark.ToLowerInvariant()}, rosalind", "the name"), ($"Rosalind {mark[..6]}", "the beginning of the name"), ($"Roselynd {mark}", "a name that sounds alike"),
            ($"Wosalind {mark}", "a name that is spelt nearly alike"), ("quillby linda", "another name she is or was known by"), ("a8123 bc", "the prison number"), ($"{mark} 9/4/1988", "the date of birth"),
            (journey.Pseudonym, "the reference of her journey"), (journey.Pseudonym.ToLowerInvariant().Replace("-", ""), "the reference of her journey"),
        })
        {
            var (page, _) = await FindAsync(server, typed);
            var woman = Women(page).Should().ContainSingle(w => w.GetAttribute("data-journey") == journey.ToString(), typed).Which;
            woman.TextContent.Should().Contain(why, typed).And.Contain(name).And.Contain("born 1988").And.Contain(journey.Pseudonym).And.Contain("No current justice involvement").And.Contain("West Midlands");
            woman.TextContent.Should().NotContain("9 April", "her year tells her apart").And.NotContain("A8123BC").And.NotContain("Quillby");
        }

        var (byBirth, _) = await FindAsync(server, "", ("born.day", "9"), ("born.month", "April"), ("born.year", "1988"));
        Women(byBirth).Should().Contain(w => w.GetAttribute("data-journey") == journey.ToString());
        var (byOther, _) = await FindAsync(server, mark, ("born.day", "10"), ("born.month", "4"), ("born.year", "1988"));
        Women(byOther).Should().BeEmpty();
        byOther.QuerySelector("#found")!.TextContent.Should().Be("Nobody found");
    }

    [PostgresFact]
    public async Task What_was_asked_stands_in_no_address_is_kept_in_the_form_and_its_answer_is_written_down_each_time()
    {
        var mark = Word();
        var journey = await KnownAsync($"Ottilie {mark}", []);
        var (page, answer) = await FindAsync(server, $"Ottilie {mark}");
        var address = answer.RequestMessage!.RequestUri!;

        address.AbsolutePath.Should().Be("/find");
        address.Query.Should().StartWith("?for=").And.NotContain(mark);
        var (_, shorter) = await FindAsync(server, "Ann");
        shorter.RequestMessage!.RequestUri!.Query.Should().HaveLength(address.Query.Length, "its length tells nothing either");
        page.QuerySelector("#typed")!.GetAttribute("value").Should().Be($"Ottilie {mark}");
        var log = $"journey = '{journey}' and door = 'page:find' and subject = 'found by who she is' and person = 'ada'";
        (await server.LookedAsync(log)).Should().Be(1);
        Women(await server.GetAsync(address.PathAndQuery)).Should().ContainSingle("the back button leads to the answer");
        (await server.LookedAsync(log)).Should().Be(2);
        (await server.LookedAsync($"subject like '%{mark}%' or door like '%{mark}%'")).Should().Be(0);

        await using var other = await server.AskedByAsync(WebServer.Coordinator with { Person = "bea" });
        var theirs = await other.GetAsync(address.PathAndQuery);
        (theirs.QuerySelector("#over") is not null, theirs.Body!.TextContent.Contains(mark, StringComparison.Ordinal)).Should().Be((true, false), "somebody else's search is none");
    }

    [PostgresFact]
    public async Task A_woman_who_may_not_be_found_is_not_there_for_a_barred_person_a_stranger_another_partnership_and_justice_agencies_while_she_is_here_for_support()
    {
        var mark = Word();
        var barred = await KnownAsync($"Philippa {mark}", [], null, ("person-barred.v1", new { happenedOn = WebServer.Day(0), who = new { person = "pc.barred", ground = "relative" } }));
        var limited = await KnownAsync($"Philippa {mark}", [], null, ("access-limited.v1", new { happenedOn = WebServer.Day(0), to = new[] { new { agency = "Willow Women's Centre" } } }));
        var supported = await SupportedAsync($"Philippa {mark}");
        JourneyId[] all = [barred, limited, supported];

        foreach (var (who, sees) in new (Caller, JourneyId[])[]
        {
            (Officer with { Person = "pc.barred" }, []), (Officer, [barred]), (WebServer.Coordinator, [barred, supported]),
            (new("kit", "Willow Women's Centre", "WOMENS_CENTRE", Role.Practitioner, JournalHouse.North), all), (WebServer.Coordinator with { Partnership = JournalHouse.South }, []),
        })
        {
            await using var asked = await server.AskedByAsync(who);
            foreach (var typed in all.Select(j => j.Pseudonym).Prepend($"Philippa {mark}"))
            {
                if (who.Partnership != JournalHouse.North)
                {
                    (await asked.Client.GetAsync("/find")).StatusCode.Should().Be(HttpStatusCode.NotFound, "the server of one partnership has no page for another's people");
                    continue;
                }

                var (page, _) = await FindAsync(asked, typed);
                var expected = typed.StartsWith("W-", StringComparison.Ordinal) ? sees.Where(j => j.Pseudonym == typed) : sees;
                Women(page).Select(w => w.GetAttribute("data-journey")).Should().BeEquivalentTo(expected.Select(j => j.ToString()), $"{typed} by {who.Person}");
            }
        }
    }

    [PostgresFact]
    public async Task Of_many_the_best_are_shown_and_two_of_one_name_and_year_are_told_apart_by_their_whole_birth()
    {
        var mark = Word();
        for (var i = 0; i < 21; i++) await server.House.House.Vault.PutAsync(JournalHouse.North, new(await OpenAsync()), new PersonIdentity($"Many {mark}", new DateOnly(1960 + i, 1, 1)), default);
        var (many, _) = await FindAsync(server, $"many {mark}");
        many.QuerySelector("#found")!.TextContent.Should().Be("More than 20 women fit");
        Women(many).Should().HaveCount(20);

        var other = Word();
        foreach (var day in new[] { 3, 4 }) await server.House.House.Vault.PutAsync(JournalHouse.North, new(await OpenAsync()), new PersonIdentity($"Twin {other}", new DateOnly(1991, 2, day)), default);
        var (twins, _) = await FindAsync(server, $"twin {other}");
        Women(twins).Select(w => w.TextContent).Should().Contain(t => t.Contains("born 3 February 1991", StringComparison.Ordinal)).And.Contain(t => t.Contains("born 4 February 1991", StringComparison.Ordinal));
    }

    [PostgresFact]
    public async Task A_search_with_nothing_in_it_or_with_no_real_date_is_refused_with_what_was_typed_kept()
    {
        var (nothing, _) = await FindAsync(server, " ");
        nothing.Title.Should().StartWith("Error: ");
        nothing.QuerySelector("#typed-error")!.TextContent.Should().Contain("Enter a name, a number or a date of birth");
        var (wrong, answer) = await FindAsync(server, "Ada", ("born.day", "31"), ("born.month", "2"), ("born.year", "1990"));
        wrong.QuerySelector("#born-error")!.TextContent.Should().Contain("real date");
        (wrong.QuerySelector("#typed")!.GetAttribute("value"), wrong.QuerySelector("[name='born.month']")!.GetAttribute("value")).Should().Be(("Ada", "2"));
        answer.RequestMessage!.RequestUri!.Query.Should().BeEmpty();
        (await server.GetAsync("/find?for=forged")).QuerySelector("#over").Should().NotBeNull();
    }

    private static Task<(IHtmlDocument Page, HttpResponseMessage Answer)> FindAsync(WebServer asked, string typed, params (string Name, string Value)[] more) =>
        asked.FormAsync("/find", [("typed", typed), .. more]);

    private static IReadOnlyList<IElement> Women(IHtmlDocument page) => [.. page.QuerySelectorAll(".women-found__woman")];

    private async Task<JourneyId> KnownAsync(string name, string[] aliases, PersonIdentifier? number = null, params (string Name, object Body)[] facts)
    {
        var journey = new JourneyId(await server.OpenAsync("E23000014", facts));
        await server.House.House.Vault.PutAsync(JournalHouse.North, journey, new PersonIdentity(name, Born, aliases, number is null ? null : [number]), default);
        return journey;
    }

    /// <summary>No justice agency knows of her.</summary>
    private async Task<JourneyId> SupportedAsync(string name)
    {
        var journey = new JourneyId(await OpenAsync());
        await server.House.House.Vault.PutAsync(JournalHouse.North, journey, new PersonIdentity(name, Born), default);
        return journey;
    }

    private async Task<Guid> OpenAsync() => (await server.PostAsync("journey-opened.v1", new { how = "hand", happenedOn = WebServer.Day(-3) })).GetProperty("journey").GetGuid();

    /// <summary>A name that nobody else has, of letters.</summary>
    private static string Word() => "Q" + string.Concat(Guid.NewGuid().ToByteArray().Take(9).Select(b => (char)('a' + (b % 26))));
}
