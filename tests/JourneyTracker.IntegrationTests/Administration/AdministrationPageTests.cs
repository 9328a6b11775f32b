using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Law;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Administration;

/// <summary>The pages of administration: who sees them, who changes what, and what is kept when a form is wrong.</summary>
public sealed class AdministrationPageTests(WebServer server) : IClassFixture<WebServer>
{
    private static readonly Caller Administrator = WebServer.Coordinator with { Person = "adm", Role = Role.Administrator };

    [PostgresTheory]
    [InlineData(Role.Coordinator, true)]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.Practitioner, false)]
    [InlineData(Role.Evaluator, false)]
    public async Task Each_role_sees_it_or_not_and_only_administrators_are_offered_to_change_it(Role role, bool sees)
    {
        await using var asked = await server.AskedByAsync(Administrator with { Role = role });
        foreach (var address in new[] { "/administration", "/administration/codes", "/administration/rules" })
            (await asked.Client.GetAsync(address)).StatusCode.Should().Be(sees ? HttpStatusCode.OK : HttpStatusCode.Forbidden, address);
        (await asked.Client.GetAsync("/administration/agreements/add")).StatusCode.Should().Be(role == Role.Administrator ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        var page = await asked.Client.GetStringAsync(sees ? "/administration" : "/openapi");
        page.Contains("/administration/agreements/add", StringComparison.Ordinal).Should().Be(role == Role.Administrator);
        if (role != Role.Practitioner) return;
        (await asked.Client.GetStringAsync("/board")).Should().NotContain("/administration", "what somebody may not see is not offered");
        (await server.Client.GetStringAsync("/board")).Should().Contain("href=\"/administration\"");
    }

    [PostgresFact]
    public async Task Somebody_of_another_partnership_is_refused()
    {
        await using var asked = await server.AskedByAsync(Administrator with { Partnership = JournalHouse.South });
        foreach (var address in new[] { "/administration", "/administration/codes", "/administration/agreements/add", $"/administration/agreements/{Guid.NewGuid()}/end" })
            (await asked.Client.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.Forbidden, address);
    }

    [PostgresFact]
    public async Task An_agreement_is_added_is_due_for_review_on_its_day_is_ended_and_each_change_is_written_down()
    {
        await using var asked = await server.AskedByAsync(Administrator);
        var mark = $"Willow {Guid.NewGuid():N}";

        var added = await SendAsync(asked, "/administration/agreements/add", Fields(mark, signedOn: WebServer.Day(-400), reviewOn: WebServer.Day(0)));

        added.RequestMessage!.RequestUri!.AbsolutePath.Should().Be("/administration");
        var card = Card(await PageAsync(added), mark);
        card.GetAttribute("data-state").Should().Be("ReviewDue");
        card.TextContent.Should().Contain("Review due").And.Contain("to support women <b>").And.Contain("adm");
        var id = card.Id![2..];
        (await server.LookedAsync($"operation = 'collection' and person = 'adm' and door = 'page:agreement-add' and subject = 'sharing agreement added: {id}'")).Should().Be(1);

        await SendAsync(asked, $"/administration/agreements/{id}/end", new() { ["endedOn"] = WebServer.Day(-1) });

        card = Card(await PageAsync(await asked.Client.GetAsync("/administration")), mark);
        card.GetAttribute("data-state").Should().Be("Ended");
        card.QuerySelector("a").Should().BeNull("it has ended");
        (await server.LookedAsync($"operation = 'alteration' and subject = 'sharing agreement ended: {id}'")).Should().Be(1);
        (await asked.Client.GetAsync($"/administration/agreements/{id}/end")).StatusCode.Should().Be(HttpStatusCode.NotFound, "it is not ended twice");
        (await asked.Client.GetAsync($"/administration/agreements/{Guid.NewGuid()}/end")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [PostgresFact]
    public async Task A_form_with_mistakes_names_each_beside_its_field_and_keeps_what_was_typed()
    {
        await using var asked = await server.AskedByAsync(Administrator);

        var answer = await PageAsync(await SendAsync(asked, "/administration/agreements/add", Fields("only one", signedOn: "1 May", reviewOn: "")));

        answer.Title.Should().StartWith("Error: ");
        answer.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")).Should().Equal("#parties", "#signedOn", "#reviewOn");
        answer.QuerySelectorAll(".govuk-error-summary a").Should().OnlyContain(a => answer.QuerySelector(a.GetAttribute("href")!) != null);
        answer.QuerySelectorAll(".govuk-error-message").Select(e => e.Id).Should().Equal("parties-error", "signedOn-error", "reviewOn-error");
        (answer.QuerySelector("#parties")!.TextContent, answer.QuerySelector("#signedOn")!.GetAttribute("value")).Should().Be(("only one", "1 May"));
        answer.QuerySelector("#purpose")!.TextContent.Should().Be("to support women <b>");
        (await server.LookedAsync("subject like 'sharing agreement added%' and person = 'nobody'")).Should().Be(0);
    }

    [PostgresFact]
    public async Task Agencies_and_people_are_those_who_looked_or_signed_in()
    {
        await server.House.House.People.SeenAsync(new Caller("kit", "Oak Centre", "WOMENS_CENTRE", Role.Practitioner, JournalHouse.North), DateTimeOffset.UtcNow, default);
        await server.Client.GetAsync("/board");
        var page = await PageAsync(await server.Client.GetAsync("/administration"));
        var people = page.QuerySelectorAll("[aria-labelledby=people] tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToArray()).ToList();
        people.Should().ContainSingle(p => p[0] == "kit" && p[1] == "Oak Centre" && p[2] == "Practitioner" && p[5] == "Sign-in");
        people.Should().ContainSingle(p => p[0] == "ada" && p[2] == "Coordinator" && p[5] == "Access log");
        page.QuerySelector("[aria-labelledby=agencies]")!.TextContent.Should().Contain("Oak Centre").And.Contain(CodeList.AgencyTypes.LabelOf("WOMENS_CENTRE"));
        page.QuerySelector("#partnership")!.TextContent.Should().Contain("North").And.Contain("Of real women");
    }

    [PostgresFact]
    public async Task Codes_and_rules_stand_with_source_and_confidence_and_a_switch_with_its_state()
    {
        var codes = await PageAsync(await server.Client.GetAsync("/administration/codes"));
        codes.QuerySelectorAll("tbody tr").Length.Should().Be(CodeList.Everything.Sum(l => l.All.Count));
        CodeList.Everything.Select(l => l.Name).Should().BeEquivalentTo(typeof(CodeList).GetProperties().Where(p => p.PropertyType == typeof(CodeList)).Select(p => ((CodeList)p.GetValue(null)!).Name));

        var now = await PageAsync(await server.Client.GetAsync("/administration/rules"));
        now.QuerySelector("#switches")!.TextContent.Should().Contain("progression-model").And.Contain("Off. It was to begin on 1 October 2026");
        var then = await PageAsync(await server.Client.GetAsync("/administration/rules?on=2010-06-01"));
        var law = LawOfDay.Of(new DateOnly(2010, 6, 1));
        then.QuerySelectorAll("tbody tr td:first-child").Select(c => c.TextContent).Should().BeEquivalentTo(LawBook.Rules.Where(r => law.Holds(r.Id, law.Day)).Select(r => r.Id));
        then.QuerySelectorAll("tbody tr").Length.Should().BeLessThan(now.QuerySelectorAll("tbody tr").Length);
        var wrong = await PageAsync(await server.Client.GetAsync("/administration/rules?on=soon"));
        (wrong.QuerySelector("#on-error")!.TextContent.Contains("Enter a day", StringComparison.Ordinal), wrong.QuerySelector("#on")!.GetAttribute("value")).Should().Be((true, "soon"));
    }

    private static Dictionary<string, string> Fields(string agency, string signedOn, string reviewOn) => new()
    {
        ["parties"] = agency == "only one" ? agency : $"{agency}\nProbation North",
        ["purpose"] = "to support women <b>",
        ["lawfulBasis"] = "public task",
        ["condition"] = "none is needed",
        ["dpia"] = "DPIA 7",
        ["signedOn"] = signedOn,
        ["reviewOn"] = reviewOn,
    };

    private static async Task<HttpResponseMessage> SendAsync(WebServer asked, string address, Dictionary<string, string> fields)
    {
        var form = await PageAsync(await asked.Client.GetAsync(address));
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await asked.Client.PostAsync(address, new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token))));
    }

    private static AngleSharp.Dom.IElement Card(IHtmlDocument page, string mark) => page.QuerySelectorAll(".agreement").Single(c => c.TextContent.Contains(mark, StringComparison.Ordinal));

    private static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }
}
