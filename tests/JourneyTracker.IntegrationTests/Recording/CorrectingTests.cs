using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Recording;

/// <summary>The pages with which people correct and withdraw facts, without a browser.</summary>
[Collection(RecordingHouse.Name)]
public sealed class CorrectingTests(WebServer server)
{
    [PostgresFact]
    public async Task A_correction_begins_with_what_is_recorded_asks_why_and_shows_before_and_after()
    {
        var (journey, fact) = await RecordedAsync("remanded.v1", new { happenedOn = WebServer.Day(-3), nextHearingOn = WebServer.Day(4) });
        var page = await SentForm.PageAsync(server, $"/journeys/{journey}");
        page.QuerySelector("[data-fact='remanded.v1'] .entry-actions a")!.GetAttribute("href").Should().Be($"/journeys/{journey}/facts/{fact}/correct");
        var form = await SentForm.PageAsync(server, $"/journeys/{journey}/facts/{fact}/correct");
        form.QuerySelector<IHtmlInputElement>("[name='happenedOn.day']")!.Value.Should().Be($"{WebServer.Today.AddDays(-3).Day}");
        (await SentForm.ReadAsync(await SentForm.SendAsync(server, SentForm.Of(form), "go"))).QuerySelector(".govuk-error-summary a")!.GetAttribute("href").Should().Be("#correction.why");

        var day = WebServer.Today.AddDays(-2);
        var check = await SentForm.ReadAsync(await SentForm.SendAsync(server, Day(SentForm.Of(form), day).Set("correction.why", "wrong-day").Set("correction.note", "read it wrongly"), "go"));
        check.QuerySelector("#answers")!.TextContent.Should().Contain($"Recorded until now: {WebServer.Today.AddDays(-3):d MMMM yyyy}");
        check.QuerySelector("#proposal")!.TextContent.Should().Contain("Her stage today stays: Remanded").And.Contain("Her stages on earlier days change too");
        var done = await SentForm.ReadAsync(await SentForm.SendAsync(server, SentForm.Of(check), null));

        done.QuerySelector(".govuk-notification-banner--success")!.TextContent.Should().Contain("Corrected");
        var entry = done.QuerySelector("[data-fact='remanded.v1']")!;
        entry.QuerySelector(".moj-timeline__date")!.TextContent.Should().Be($"{day:d MMMM yyyy}");
        entry.TextContent.Should().Contain("wrong day");
    }

    [PostgresFact]
    public async Task Who_corrects_what_somebody_else_corrected_meanwhile_is_led_to_the_latest_with_nothing_lost()
    {
        var (journey, fact) = await RecordedAsync("contact.v1", new { happenedOn = WebServer.Day(-3), type = "visit", detail = "as it was" });
        var form = SentForm.Of(await SentForm.PageAsync(server, $"/journeys/{journey}/facts/{fact}/correct"));
        var latest = (await server.PostAsync("corrected.v1", new { happenedOn = WebServer.Day(0), replaces = fact, with = new { name = "contact.v1", body = new { happenedOn = WebServer.Day(-3), type = "visit", detail = "as she said" } }, why = "wrong-detail" }, journey)).GetProperty("fact").GetGuid();

        var answer = await SentForm.SendAsync(server, form.Set("detail", "what I typed").Set("correction.why", "wrong-detail"), "go");

        answer.RequestMessage!.RequestUri!.AbsolutePath.Should().Be($"/journeys/{journey}/facts/{latest}/correct");
        var page = await SentForm.ReadAsync(answer);
        page.QuerySelector(".govuk-notification-banner")!.TextContent.Should().Contain("This record was corrected on").And.Contain("by Coordination");
        page.QuerySelector($".govuk-notification-banner a[href='/journeys/{journey}#f-{fact}']").Should().NotBeNull();
        page.QuerySelector("textarea[name=detail]")!.TextContent.Trim().Should().Be("what I typed");
        var check = await SentForm.ReadAsync(await SentForm.SendAsync(server, SentForm.Of(page), "go"));
        check.QuerySelector("#answers")!.TextContent.Should().Contain("Recorded until now: as she said");
        (await SentForm.ReadAsync(await SentForm.SendAsync(server, SentForm.Of(check), null))).QuerySelector("[data-fact='contact.v1']")!.TextContent.Should().Contain("what I typed").And.Contain("as she said").And.Contain("as it was");
    }

    [PostgresFact]
    public async Task What_nobody_was_shown_stays_in_the_correction_unless_it_is_answered_anew()
    {
        var (journey, fact) = await RecordedAsync("needs-assessed.v2", new
        {
            happenedOn = WebServer.Day(-3),
            sensitivePathways = new object[] { new { pathway = "ABUSE", answer = "shared" }, new { pathway = "HEALTH", answer = "support-needed" } },
        });
        var page = await SentForm.PageAsync(server, $"/journeys/{journey}/facts/{fact}/correct");
        page.QuerySelectorAll<IHtmlInputElement>("[name='sensitivePathways.ABUSE.answer'][checked]").Should().BeEmpty("it is shown to nobody");
        page.Body!.TextContent.Should().Contain("What is hers to disclose is never shown here");
        var check = await SentForm.ReadAsync(await SentForm.SendAsync(server, SentForm.Of(page).Set("sensitivePathways.HEALTH.answer", "urgent-support-needed").Set("correction.why", "wrong-detail"), "go"));
        check.QuerySelector("#answers")!.TextContent.Should().NotContainEquivalentOf("abuse");
        await SentForm.SendAsync(server, SentForm.Of(check), null);

        var stored = await server.House.House.Journal.ReadAsync(JournalHouse.North, new(journey), null, default);
        var told = (NeedsAssessed)((Corrected)(await server.House.House.Sealing.OpenAsync([stored[^1]], default))[0].Fact).With;
        told.SensitivePathways!.Value.Should().Equal(new PathwayAnswer("HEALTH", NeedAnswer.UrgentSupportNeeded), new PathwayAnswer("ABUSE", NeedAnswer.Shared));
    }

    [PostgresFact]
    public async Task A_record_is_withdrawn_with_a_reason_after_what_that_changes_was_shown()
    {
        var (journey, fact) = await RecordedAsync("arrested.v1", new { happenedOn = WebServer.Day(-3) });
        var page = await SentForm.PageAsync(server, $"/journeys/{journey}/facts/{fact}/withdraw");
        page.QuerySelector("#proposal")!.TextContent.Should().Contain("It is Under investigation now").And.Contain("Is no longer on record: Investigation");
        var without = await SentForm.ReadAsync(await SentForm.SendAsync(server, SentForm.Of(page).Set("note", "it was her sister"), null));
        without.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").Should().Be("#why");
        without.QuerySelector("textarea[name=note]")!.TextContent.Trim().Should().Be("it was her sister");

        var sent = SentForm.Of(without).Set("why", "wrong-woman");
        await SentForm.SendAsync(server, sent, null);
        var done = await SentForm.ReadAsync(await SentForm.SendAsync(server, sent, null));

        done.QuerySelector("[data-fact='arrested.v1']")!.TextContent.Should().Contain("Withdrawn").And.Contain("wrong woman");
        done.QuerySelector("[data-fact='arrested.v1'] .entry-actions").Should().BeNull();
        (await SentForm.PageAsync(server, $"/journeys/{journey}/facts/{fact}/correct")).QuerySelector("main form").Should().BeNull();
    }

    [PostgresFact]
    public async Task What_is_seen_in_part_only_is_not_corrected_by_who_sees_it_so()
    {
        var (journey, fact) = await RecordedAsync("arrested.v1", new { happenedOn = WebServer.Day(-3), note = "for the police" });
        await using var housing = await server.AskedByAsync(new Caller("hal", "Homes", "LA_HOUSING", Role.Practitioner, JournalHouse.North));
        var page = await SentForm.PageAsync(housing, $"/journeys/{journey}");
        page.QuerySelector("[data-fact='arrested.v1']").Should().NotBeNull();
        page.QuerySelector("[data-fact='arrested.v1'] .entry-actions").Should().BeNull();
        foreach (var what in new[] { "correct", "withdraw" })
            (await housing.Client.GetAsync($"/journeys/{journey}/facts/{fact}/{what}")).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
    }

    [PostgresFact]
    public async Task What_another_agency_recorded_is_corrected_by_it_and_by_the_coordinator_alone_at_every_door()
    {
        var journey = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-3) }));
        await using var police = await server.AskedByAsync(new Caller("pc.one", "Northshire Police", "POLICE", Role.Practitioner, JournalHouse.North));
        await using var others = await server.AskedByAsync(new Caller("pc.two", "Southshire Police", "POLICE", Role.Practitioner, JournalHouse.North));
        var fact = (await police.PostAsync("no-further-action.v1", new { happenedOn = WebServer.Day(-2) }, journey)).GetProperty("fact").GetGuid();
        var actions = $"a[href*='/facts/{fact}/']";

        (await SentForm.PageAsync(police, $"/journeys/{journey}")).QuerySelectorAll(actions).Should().HaveCount(2);
        (await SentForm.PageAsync(server, $"/journeys/{journey}")).QuerySelectorAll(actions).Should().BeEmpty("the coordinator sees it in part, and nobody can say of the rest what it should have been");
        var seen = await SentForm.PageAsync(others, $"/journeys/{journey}");
        seen.QuerySelector("[data-fact='no-further-action.v1']")!.QuerySelectorAll("a[href*='/facts/']").Should().BeEmpty();
        foreach (var what in new[] { "correct", "withdraw" })
            (await others.Client.GetAsync($"/journeys/{journey}/facts/{fact}/{what}")).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);

        async Task<System.Net.HttpStatusCode> WithdrawAsync(WebServer by, Guid what) =>
            (await by.SendAsync(new { journey, name = "withdrawn.v1", body = new { happenedOn = WebServer.Day(0), withdraws = what, why = "entered-in-error" } })).StatusCode;
        (await WithdrawAsync(others, fact)).Should().Be(System.Net.HttpStatusCode.Forbidden);
        (await WithdrawAsync(police, fact)).Should().Be(System.Net.HttpStatusCode.Created);
        var second = (await police.PostAsync("no-further-action.v1", new { happenedOn = WebServer.Day(-1) }, journey)).GetProperty("fact").GetGuid();
        (await WithdrawAsync(server, second)).Should().Be(System.Net.HttpStatusCode.Created, "the coordinator mends what agencies cannot");
    }

    private async Task<(Guid Journey, Guid Fact)> RecordedAsync(string name, object body)
    {
        var journey = await server.OpenAsync(null);
        return (journey, (await server.PostAsync(name, body, journey)).GetProperty("fact").GetGuid());
    }

    private static SentForm Day(SentForm form, DateOnly day) => form.Set("happenedOn.day", $"{day.Day}").Set("happenedOn.month", $"{day.Month}").Set("happenedOn.year", $"{day.Year}");
}
