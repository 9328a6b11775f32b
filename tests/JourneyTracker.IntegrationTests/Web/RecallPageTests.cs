using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>Considering a recall on the pages, without JavaScript: help first, two countersignatures, and nobody else sees it (safeguards S1).</summary>
public sealed class RecallPageTests(WebServer server) : IClassFixture<WebServer>
{
    private const string Probation = "Northshire Probation";
    private static readonly Caller Officer = new("po", Probation, "PROBATION", Role.Practitioner, JournalHouse.North);

    [PostgresFact]
    public async Task Only_who_works_with_her_and_auditors_find_it()
    {
        var journey = await OnLicenceAsync();
        (Caller Who, HttpStatusCode Answer)[] expected =
        [
            (Officer, HttpStatusCode.OK),
            (Officer with { Person = "aud", AgencyType = "PCC", Role = Role.Auditor }, HttpStatusCode.OK),
            (Officer with { Person = "colleague" }, HttpStatusCode.NotFound),
            (Officer with { Agency = "HMP Example", AgencyType = "PRISON" }, HttpStatusCode.Forbidden),
            (Officer with { Agency = "Police", AgencyType = "POLICE" }, HttpStatusCode.Forbidden),
            (Officer with { Agency = "CPS", AgencyType = "CPS" }, HttpStatusCode.Forbidden),
            (Officer with { Agency = "Court", AgencyType = "COURT" }, HttpStatusCode.Forbidden),
            (Officer with { Agency = "Willow", AgencyType = "WOMENS_CENTRE" }, HttpStatusCode.NotFound),
            (WebServer.Coordinator, HttpStatusCode.Forbidden),
        ];
        foreach (var (who, answer) in expected)
        {
            await using var asked = await server.AskedByAsync(who);
            (await asked.Client.GetAsync($"/journeys/{journey}/recall")).StatusCode.Should().Be(answer, $"{who.Person} of {who.Agency}, {who.AgencyType}");
            (await asked.Client.GetAsync($"/journeys/{journey}/recall/consider")).StatusCode.Should().Be(who == Officer ? HttpStatusCode.OK : answer == HttpStatusCode.Forbidden ? answer : HttpStatusCode.NotFound);
        }
    }

    [PostgresFact]
    public async Task Support_is_an_offer_with_no_number_and_stands_before_any_decision()
    {
        var journey = await OnLicenceAsync();
        await using var officer = await server.AskedByAsync(Officer);
        var page = await PageAsync(officer, $"/journeys/{journey}/recall");
        var text = page.QuerySelector("main")!.TextContent;
        text.Should().Contain("It is never a ground for recall").And.NotContainAny("points", "score", "risk", "%");
        text.IndexOf("never a ground", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("What is considered and decided", StringComparison.Ordinal));
        page.QuerySelector("#licence")!.TextContent.Should().Contain("On licence");
    }

    [PostgresFact]
    public async Task A_recall_without_what_was_tried_and_who_depends_on_her_is_sent_back_with_all_that_was_typed()
    {
        var journey = await OnLicenceAsync();
        await using var officer = await server.AskedByAsync(Officer);
        var answer = await PostAsync(officer, $"/journeys/{journey}/recall/consider", ("step", "check"), ("decision", "recall"), ("triggerWords", "a letter came back"), ("why.HOME_VISIT", "not yet"), ("sign1", "spo"), ("sign2", "spo"));
        var errors = answer.QuerySelectorAll(".govuk-error-summary a").Select(a => a.TextContent).ToList();
        errors.Should().Contain("Say what was tried or looked at instead of a recall").And.Contain("Ask her whether somebody depends on her, or say that she prefers not to answer")
            .And.Contain("Enter why it was decided so").And.Contain("Enter what a recall would achieve that nothing else can").And.Contain("Two different people must countersign");
        answer.QuerySelector("#triggerWords")!.TextContent.Should().Be("a letter came back");
        answer.GetElementById("why.HOME_VISIT")!.GetAttribute("value").Should().Be("not yet");
        answer.QuerySelector("input[name=decision][value=recall]")!.HasAttribute("checked").Should().BeTrue();
        foreach (var link in answer.QuerySelectorAll(".govuk-error-summary a")) answer.GetElementById(link.GetAttribute("href")![1..]).Should().NotBeNull(link.TextContent);
        (await PageAsync(officer, $"/journeys/{journey}/recall")).Body!.TextContent.Should().Contain("Nobody is considering a recall.", "nothing was recorded");
    }

    [PostgresFact]
    public async Task What_is_recorded_is_looked_at_once_more_and_can_be_changed_before_that()
    {
        var journey = await OnLicenceAsync();
        await using var officer = await server.AskedByAsync(Officer);
        var check = await PostAsync(officer, $"/journeys/{journey}/recall/consider", [("step", "check"), .. Recall]);
        check.QuerySelector("h1")!.TextContent.Should().Be("Check what will be recorded");
        check.QuerySelector("h1")!.NextElementSibling!.TextContent.Should().Contain("The law never requires a recall in itself.");
        check.QuerySelectorAll("h2").Select(h => h.TextContent).Take(3).Should().Equal("What could help instead", "Her life today", "What is said to have happened");
        check.QuerySelector("#law details")!.TextContent.Should().Contain("REC-06");
        check.QuerySelector("#law > p")!.TextContent.Should().Contain("The kind of recall");
        check.Body!.TextContent.Should().Contain("her sister has them");
        check.QuerySelector("input[type=hidden][name='why.HOME_VISIT']")!.GetAttribute("value").Should().Be("nobody was in");

        var undecided = await PostAsync(officer, $"/journeys/{journey}/recall/consider", [("step", "check"), ("decision", "not-decided"), .. Recall.Where(f => f.Item1 != "decision")]);
        undecided.QuerySelectorAll("#law > :not(details)").Should().BeEmpty("while nothing is decided the law stands folded");
        undecided.QuerySelector("#law details:not([open])").Should().NotBeNull();

        var change = await PostAsync(officer, $"/journeys/{journey}/recall/consider", [("step", "change"), .. Recall]);
        change.QuerySelector("#dependantsTonight")!.GetAttribute("value").Should().Be("her sister has them");
        (await PageAsync(officer, $"/journeys/{journey}/recall")).Body!.TextContent.Should().Contain("Nobody is considering a recall.");
    }

    [PostgresFact]
    public async Task Two_colleagues_countersign_and_only_then_she_is_recalled_and_it_is_explained_to_her()
    {
        var journey = await OnLicenceAsync();
        await using var officer = await server.AskedByAsync(Officer);
        await using var senior = await server.AskedByAsync(Officer with { Person = "spo" });
        await using var second = await server.AskedByAsync(Officer with { Person = "aco" });
        (await senior.Client.GetAsync($"/journeys/{journey}/recall")).StatusCode.Should().Be(HttpStatusCode.NotFound, "nobody asked yet");
        await PostAsync(officer, $"/journeys/{journey}/recall/consider", [("step", "record"), .. Recall]);
        var recall = $"/journeys/{journey}/recall";
        (await PageAsync(officer, recall)).QuerySelector("#state")!.TextContent.Should().Contain("It is not decided before two colleagues have countersigned it");
        (await officer.Client.GetAsync($"{recall}/record")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await officer.Client.GetAsync($"{recall}/letter")).StatusCode.Should().Be(HttpStatusCode.NotFound);

        (await PostAsync(officer, $"{recall}/countersign", ("role", "area-manager"), ("agrees", "yes"))).Body!.TextContent.Should().Contain("You proposed it, so somebody else must countersign.");
        var asked = await PageAsync(senior, recall);
        asked.QuerySelector("#to-sign").Should().NotBeNull();
        asked.QuerySelector("#support").Should().BeNull("what support would help is for who works with her");
        await PostAsync(senior, $"{recall}/countersign", ("role", "senior-probation-officer"), ("agrees", "yes"));
        (await PostAsync(senior, $"{recall}/countersign", ("role", "area-manager"), ("agrees", "yes"))).Body!.TextContent.Should().Contain("You have countersigned it already.");
        (await officer.Client.GetAsync($"{recall}/record")).StatusCode.Should().Be(HttpStatusCode.NotFound, "one is not enough");
        await PostAsync(second, $"{recall}/countersign", ("role", "assistant-chief-officer"), ("agrees", "yes"));
        (await PageAsync(officer, recall)).QuerySelector("#signatures")!.TextContent.Should().Contain("spo, senior probation officer").And.Contain("aco, assistant chief officer");

        await PostAsync(officer, $"{recall}/record", ("kind", "LR"), ("purpose", "protect-the-public"), ("revokedOn.day", $"{WebServer.Today.Day}"), ("revokedOn.month", $"{WebServer.Today.Month}"), ("revokedOn.year", $"{WebServer.Today.Year}"));
        var after = await PageAsync(officer, recall);
        after.Body!.TextContent.Should().Contain("She was recalled on").And.Contain("Recalled, not returned");
        after.QuerySelector("#to-explain").Should().NotBeNull("it stands there until it is done");
        await PostAsync(officer, $"{recall}/explained", ("how", "in-person"), ("interpreter", "yes"), ("understood", "yes"));
        var done = await PageAsync(officer, recall);
        done.QuerySelector("#to-explain").Should().BeNull();
        done.QuerySelector("#explained")!.TextContent.Should().Contain("It was explained to her");

        var letter = await PageAsync(officer, $"{recall}/letter");
        letter.QuerySelector("#rights")!.TextContent.Should().Contain("making representations");
        letter.QuerySelector("#check")!.TextContent.Should().Contain("REC-09, unverified");
        letter.QuerySelector("main")!.TextContent.Should().Contain("Your probation practitioner").And.NotContainAny("spo", "aco", "offender", "breach", "risk");
        (await server.LookedAsync($"journey = '{journey}' and door = 'print:recall-letter' and person = 'po'")).Should().BeGreaterThan(0);
    }

    [PostgresFact]
    public async Task Services_are_asked_what_has_gone_well_without_the_reason_and_answer_for_those_she_shares_with()
    {
        var journey = await OnLicenceAsync();
        await using var officer = await server.AskedByAsync(Officer);
        await using var service = await server.AskedByAsync(new Caller("kit", "Willow", "WOMENS_CENTRE", Role.Practitioner, JournalHouse.North));
        await service.PostAsync("session-kept.v1", new { happenedOn = WebServer.Day(-3) }, journey);
        (await service.Client.GetAsync($"/journeys/{journey}/gone-well")).StatusCode.Should().Be(HttpStatusCode.NotFound, "nobody asked");

        await PostAsync(officer, $"/journeys/{journey}/recall");
        var notice = (await PageAsync(service, $"/journeys/{journey}")).QuerySelector("#gone-well")!;
        notice.TextContent.Should().Contain("Her probation practitioner asks what has gone well").And.NotContainEquivalentOf("recall");
        (await PageAsync(service, $"/journeys/{journey}/gone-well")).QuerySelector("main")!.TextContent.Should().NotContainEquivalentOf("recall");
        (await PostAsync(service, $"/journeys/{journey}/gone-well", ("workingOn", "her tenancy"))).QuerySelector("#workingOn")!.TextContent.Should().Be("her tenancy", "what was typed is kept");
        await PostAsync(service, $"/journeys/{journey}/gone-well", ("attended", "engaged"), ("workingOn", "her tenancy"));
        (await service.Client.GetAsync($"/journeys/{journey}/gone-well")).StatusCode.Should().Be(HttpStatusCode.NotFound, "it has answered");
        (await PageAsync(officer, $"/journeys/{journey}/recall")).Body!.TextContent.Should().Contain("No answer that she shares with you has come yet.").And.NotContain("her tenancy");

        await server.PostAsync("consent-given.v1", new { happenedOn = WebServer.Day(0), to = new { scope = new[] { "engagement" }, recipients = new[] { new { agency = Probation } } }, place = "womens-centre", condition = "none" }, journey);
        (await PageAsync(officer, $"/journeys/{journey}/recall")).Body!.TextContent.Should().Contain("her tenancy");
        await using var housing = await server.AskedByAsync(new Caller("hal", "Homes", "LA_HOUSING", Role.Practitioner, JournalHouse.North));
        (await PageAsync(housing, $"/journeys/{journey}")).QuerySelector("#gone-well").Should().BeNull("it recorded no support of hers");
    }

    private static (string, string)[] Recall { get; } =
    [
        ("decision", "recall"), ("triggerWords", "a letter came back"), ("alternative.HOME_VISIT", "did-not-help"), ("why.HOME_VISIT", "nobody was in"), ("dependants", "yes"), ("dependantsTonight", "her sister has them"),
        ("decisionWhy", "nothing else is left"), ("achieves", "she is safe"), ("sign1", "spo"), ("sign2", "aco"),
    ];

    /// <summary>On licence since a hundred days, with the officer as her worker.</summary>
    private async Task<Guid> OnLicenceAsync()
    {
        var journey = await server.OpenAsync(
            null, ("sentenced.v1", new { happenedOn = WebServer.Day(-300), disposal = "IMMEDIATE_CUSTODY", length = "P20M" }), ("released.v1", new { happenedOn = WebServer.Day(-100), kind = "on-licence", licenceEndsOn = WebServer.Day(200) }),
            ("worker-named.v1", new { happenedOn = WebServer.Day(-99), who = new { @as = "responsible-officer", agency = Probation, person = "po" } }));
        await server.House.House.Vault.PutAsync(JournalHouse.North, new JourneyId(journey), new PersonIdentity("Fictional Letter-Jones"), default);
        return journey;
    }

    private static async Task<IDocument> PageAsync(WebServer of, string path)
    {
        var answer = await of.Client.GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, path);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>As a browser posts the page's form; the page that follows.</summary>
    private static async Task<IDocument> PostAsync(WebServer asked, string path, params (string Name, string Value)[] fields)
    {
        var page = await PageAsync(asked, path);
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await asked.Client.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]));
        answer.StatusCode.Should().Be(HttpStatusCode.OK, path);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());
    }
}
