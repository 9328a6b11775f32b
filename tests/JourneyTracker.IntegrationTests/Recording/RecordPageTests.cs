using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web.Recording;

namespace JourneyTracker.IntegrationTests.Recording;

/// <summary>The pages with which people record facts, without a browser.</summary>
[Collection(RecordingHouse.Name)]
public sealed class RecordPageTests(WebServer server)
{
    private static readonly Caller Officer = new("po.example", "Northshire Probation", "PROBATION", Role.Practitioner, JournalHouse.North);

    [PostgresFact]
    public async Task A_kept_appointment_takes_two_links_and_one_button_and_stands_there_once_however_often_it_is_sent()
    {
        var journey = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-9) }));
        await using var probation = await server.AskedByAsync(Officer);
        (await SentForm.PageAsync(probation, $"/journeys/{journey}")).QuerySelector($"a[href='/journeys/{journey}/record']").Should().NotBeNull();
        (await SentForm.PageAsync(probation, $"/journeys/{journey}/record")).QuerySelector("#usual a")!.GetAttribute("href").Should().Be($"/journeys/{journey}/record/appointment-kept.v1");

        var form = await SentForm.PageAsync(probation, $"/journeys/{journey}/record/appointment-kept.v1");
        form.QuerySelector<IHtmlInputElement>("[name='happenedOn.year']")!.Value.Should().Be($"{WebServer.Today.Year}", "today's day stands there");
        form.QuerySelector("#changes")!.TextContent.Should().Contain("no stage, no matter and no date");
        var sent = SentForm.Of(form);
        var first = await SentForm.SendAsync(probation, sent, "go");
        var second = await SentForm.SendAsync(probation, sent, "go");

        first.RequestMessage!.RequestUri!.PathAndQuery.Should().StartWith($"/journeys/{journey}?recorded=").And.Be(second.RequestMessage!.RequestUri!.PathAndQuery);
        var page = await SentForm.ReadAsync(first);
        page.QuerySelector(".govuk-notification-banner--success")!.TextContent.Should().Contain("Appointment kept");
        page.QuerySelectorAll("[data-fact='appointment-kept.v1']").Should().ContainSingle().Which.QuerySelector("[data-just-recorded]").Should().NotBeNull();
        page.QuerySelector("[data-fact='appointment-kept.v1']")!.TextContent.Should().NotContain(RecordRequest.System);
    }

    [PostgresFact]
    public async Task Bad_input_keeps_everything_typed_and_leads_to_the_field()
    {
        var journey = await server.OpenAsync(null);
        var form = SentForm.Of(await SentForm.PageAsync(server, $"/journeys/{journey}/record/appointment-missed.v1"));
        form.Set("happenedOn.day", "31").Set("happenedOn.month", "2").Set("words", "her bus\ndid not come").Set("found", "unacceptable");
        var page = await SentForm.ReadAsync(await SentForm.SendAsync(server, form, "go"));
        page.Title.Should().StartWith("Error: ");
        page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").Should().Be("#happenedOn");
        page.QuerySelector("#happenedOn").Should().NotBeNull();
        page.QuerySelector("textarea[name=words]")!.TextContent.ReplaceLineEndings("\n").Should().Be("her bus\ndid not come");

        var again = SentForm.Of(page).Set("happenedOn.day", $"{WebServer.Today.Day}").Set("happenedOn.month", $"{WebServer.Today.Month}");
        page = await SentForm.ReadAsync(await SentForm.SendAsync(server, again, "go"));
        page.QuerySelector(".govuk-error-summary a[href='#foundBy']")!.TextContent.Should().Contain("Who found so is missing", "the domain's refusal stands at its field");
        page.QuerySelector<IHtmlInputElement>("[name=found][checked]")!.Value.Should().Be("unacceptable");
    }

    [PostgresFact]
    public async Task What_it_changes_is_shown_before_it_is_recorded_and_what_is_sent_twice_is_recorded_once()
    {
        var journey = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-9) }));
        var form = SentForm.Of(await SentForm.PageAsync(server, $"/journeys/{journey}/record/prosecution-started.v1")).Set("form", "charge");
        var answer = await SentForm.SendAsync(server, form, "go");
        answer.RequestMessage!.RequestUri!.AbsolutePath.Should().Be($"/journeys/{journey}/record/prosecution-started.v1/check");
        var check = await SentForm.ReadAsync(answer);
        check.QuerySelector("#answers")!.TextContent.Should().Contain("How it was started").And.Contain("Charge");
        check.QuerySelector("#answers a[href$='#form']").Should().NotBeNull();
        check.QuerySelector("#proposal")!.TextContent.Should().Contain("Her stage today becomes Before the court. It is Under investigation now.").And.Contain("Opens: Prosecution").And.Contain("Ends: Investigation");
        (await server.Client.GetStringAsync($"/api/journeys/{journey}")).Should().NotContain("prosecution-started", "nothing is recorded yet");

        var sent = SentForm.Of(check);
        var first = await SentForm.SendAsync(server, sent, null);
        var second = await SentForm.SendAsync(server, sent, null);

        first.RequestMessage!.RequestUri.Should().Be(second.RequestMessage!.RequestUri);
        (await SentForm.ReadAsync(second)).QuerySelectorAll("[data-fact='prosecution-started.v1']").Should().ContainSingle();
        (await server.Client.GetStringAsync("/record")).Should().NotContain($"/journeys/{journey}", "the draft went with it");
    }

    [PostgresFact]
    public async Task How_she_can_be_reached_safely_stands_before_everything_else()
    {
        var journey = await server.OpenAsync(null);
        var first = (await SentForm.PageAsync(server, $"/journeys/{journey}/record")).QuerySelector("main h1 + *")!;
        first.QuerySelector("a")!.GetAttribute("href").Should().Be($"/journeys/{journey}/record/safe-contact.v1", "she is to be asked");
        await server.PostAsync("safe-contact.v1", new { happenedOn = WebServer.Day(-1), ways = new { safe = new[] { "text" }, mustNotKnow = "her brother" } }, journey);

        (await SentForm.PageAsync(server, $"/journeys/{journey}/record")).QuerySelector("main h1 + *")!.TextContent.Should().Contain("text").And.Contain("Must not know: her brother");
        await using var police = await server.AskedByAsync(Officer);
        (await police.Client.GetStringAsync($"/journeys/{journey}/record")).Should().NotContain("her brother");
    }

    [PostgresFact]
    public async Task Every_kind_has_a_page_with_its_form()
    {
        var journey = await server.OpenAsync(null);
        foreach (var kind in RecordableKinds.All)
        {
            var page = await SentForm.PageAsync(server, $"/journeys/{journey}/record/{kind.Name}");
            page.QuerySelector("h1")!.TextContent.Should().Be(kind.Title);
            page.QuerySelectorAll("form [id]").Select(e => e.Id).Should().OnlyHaveUniqueItems(kind.Name);
        }
    }

    [PostgresFact]
    public async Task Who_may_not_record_or_not_know_of_her_gets_no_form_and_sees_no_link()
    {
        var journey = await server.OpenAsync(null);
        var fact = (await server.PostAsync("contact.v1", new { happenedOn = WebServer.Day(-1), type = "visit" }, journey)).GetProperty("fact").GetGuid();
        string[] addresses = [$"/journeys/{journey}/record", $"/journeys/{journey}/record/contact.v1", $"/journeys/{journey}/record/contact.v1/check", $"/journeys/{journey}/facts/{fact}/correct", $"/journeys/{journey}/facts/{fact}/withdraw"];
        foreach (var address in addresses)
        {
            (await server.Client.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.OK, address);
            (await server.Client.GetAsync(address.Replace(journey.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal))).StatusCode.Should().Be(HttpStatusCode.NotFound, address);
        }

        await using var auditor = await server.AskedByAsync(Officer with { Role = Role.Auditor });
        (await SentForm.PageAsync(auditor, $"/journeys/{journey}")).QuerySelectorAll("a[href*='/record'], .entry-actions").Should().BeEmpty();
        foreach (var address in addresses) (await auditor.Client.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.Forbidden, address);

        await using var probation = await server.AskedByAsync(Officer);
        (await SentForm.PageAsync(probation, $"/journeys/{journey}")).QuerySelectorAll(".entry-actions a[href*='facts/" + fact + "']").Should().BeEmpty("another service's record is not theirs to correct");
        foreach (var address in addresses[3..]) (await probation.Client.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound, address);
        foreach (var kind in new[] { "corrected.v1", "journey-opened.v1", "access-overridden.v1", "recalled.v1", "nonsense" })
            (await server.Client.GetAsync($"/journeys/{journey}/record/{kind}")).StatusCode.Should().Be(HttpStatusCode.NotFound, kind);
    }

    [PostgresFact]
    public async Task Who_leaves_themselves_out_of_those_who_may_know_of_her_is_told_so_before()
    {
        var journey = await server.OpenAsync(null);
        var form = SentForm.Of(await SentForm.PageAsync(server, $"/journeys/{journey}/record/access-limited.v1")).Set("to.0.agency", "Willow Centre");
        var check = await SentForm.ReadAsync(await SentForm.SendAsync(server, form, "go"));
        check.QuerySelector("#proposal .govuk-warning-text")!.TextContent.Should().Contain("You are left out yourself");
        var done = await SentForm.SendAsync(server, SentForm.Of(check), null);
        done.RequestMessage!.RequestUri!.PathAndQuery.Should().Be("/record?recorded=yes");
        (await server.Client.GetAsync($"/journeys/{journey}/record/contact.v1")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}
