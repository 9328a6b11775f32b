using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Drafts;

namespace JourneyTracker.IntegrationTests.Recording;

/// <summary>What was typed and not recorded: kept for who typed it, sealed with her key, and gone in time.</summary>
[Collection(RecordingHouse.Name)]
public sealed class DraftTests(WebServer server)
{
    private static readonly Caller Colleague = WebServer.Coordinator with { Person = "another" };

    [PostgresFact]
    public async Task A_draft_is_there_for_who_typed_it_alone_and_can_be_thrown_away()
    {
        var journey = await server.OpenAsync(null);
        var form = SentForm.Of(await SentForm.PageAsync(server, $"/journeys/{journey}/record/plan-agreed.v1")).Set("words", "a plan half way").Set("reviewOn.day", "not yet");
        var kept = await SentForm.SendAsync(server, form, "later");
        kept.RequestMessage!.RequestUri!.PathAndQuery.Should().Be("/record?kept=yes");
        (await SentForm.ReadAsync(kept)).QuerySelector($"a[href='/journeys/{journey}/record/plan-agreed.v1']").Should().NotBeNull();
        var again = await SentForm.PageAsync(server, $"/journeys/{journey}/record/plan-agreed.v1");
        again.QuerySelector("#draft").Should().NotBeNull();
        again.QuerySelector<IHtmlTextAreaElement>("[name=words]")!.Value.Should().Be("a plan half way");
        again.QuerySelector<IHtmlInputElement>("[name='reviewOn.day']")!.Value.Should().Be("not yet", "also what cannot be read is kept");

        await using var other = await server.AskedByAsync(Colleague);
        (await other.Client.GetStringAsync("/record")).Should().NotContain(journey.ToString());
        (await other.Client.GetStringAsync($"/journeys/{journey}/record/plan-agreed.v1")).Should().NotContain("a plan half way");

        await SentForm.SendAsync(server, SentForm.Of(again), "throw");
        (await server.Client.GetStringAsync($"/journeys/{journey}/record/plan-agreed.v1")).Should().NotContain("a plan half way");
    }

    [PostgresFact]
    public async Task A_draft_is_sealed_with_her_key_and_goes_when_she_is_erased()
    {
        var journey = await server.OpenAsync(null);
        await SentForm.SendAsync(server, SentForm.Of(await SentForm.PageAsync(server, $"/journeys/{journey}/record/plan-agreed.v1")).Set("words", "nobody else reads this"), "later");
        async Task<long> CountAsync(string what) => await server.House.Database.SuperuserScalarAsync<long>($"select count(*) from journeys.draft where journey = '{journey}' and {what}");
        (await CountAsync("sealed like 'p1.%'")).Should().Be(1);
        (await CountAsync("draft::text like '%nobody%'")).Should().Be(0);

        await server.House.House.Vault.EraseAsync(JournalHouse.North, new JourneyId(journey), default);

        (await CountAsync("true")).Should().Be(0);
        var form = SentForm.Of(await SentForm.PageAsync(server, $"/journeys/{journey}/record/plan-agreed.v1"));
        (await SentForm.SendAsync(server, form.Set("words", "x"), "later")).StatusCode.Should().Be(HttpStatusCode.NotFound, "there is no key to seal it with");
    }

    [PostgresFact]
    public async Task A_draft_is_gone_fourteen_days_after_it_was_last_changed()
    {
        var journey = new JourneyId(await server.OpenAsync(null));
        var clock = new SettableClock(DateTimeOffset.UtcNow);
        var door = new DraftDoor(server.House.House, clock);
        var of = new DraftOf(journey, "plan-agreed");
        await door.KeepAsync(Colleague, of, new Dictionary<string, string[]> { ["words"] = ["x"] }, "test", default);
        clock.Set(clock.GetUtcNow() + TimeSpan.FromDays(Draft.Days) - TimeSpan.FromMinutes(1));
        (await door.FindAsync(Colleague, of, "test", default))!.Typed["words"].Should().Equal("x");
        (await door.MineAsync(Colleague, "test", default)).Should().ContainSingle();
        clock.Set(clock.GetUtcNow() + TimeSpan.FromMinutes(2));
        (await door.FindAsync(Colleague, of, "test", default)).Should().BeNull();
        (await door.MineAsync(Colleague, "test", default)).Should().BeEmpty();

        await door.KeepAsync(Colleague, of with { Kind = "contact" }, new Dictionary<string, string[]>(), "test", default);
        (await server.House.Database.SuperuserScalarAsync<long>($"select count(*) from journeys.draft where journey = '{journey}'")).Should().Be(1, "what is too old is deleted when the next one is kept");
    }

    [PostgresFact]
    public async Task Who_may_no_longer_know_of_her_finds_no_draft_of_theirs_either()
    {
        var journey = await server.OpenAsync(null);
        await using var other = await server.AskedByAsync(Colleague with { Person = "cousin" });
        await SentForm.SendAsync(other, SentForm.Of(await SentForm.PageAsync(other, $"/journeys/{journey}/record/plan-agreed.v1")).Set("words", "x"), "later");
        await server.PostAsync("person-barred.v1", new { happenedOn = WebServer.Day(0), who = new { person = "cousin", ground = "relative" } }, journey);
        (await other.Client.GetStringAsync("/record")).Should().NotContain(journey.ToString());
        (await other.Client.GetAsync($"/journeys/{journey}/record/plan-agreed.v1")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await new DraftDoor(server.House.House, TimeProvider.System).KeepAsync(Colleague with { Person = "cousin" }, new DraftOf(new JourneyId(journey), "contact"), new Dictionary<string, string[]>(), "test", default)).Should().BeNull();
    }

    [PostgresFact]
    public async Task What_the_form_no_longer_asks_is_shown_from_the_draft_and_kept_with_it()
    {
        var journey = new JourneyId(await server.OpenAsync(null));
        await new DraftDoor(server.House.House, TimeProvider.System).KeepAsync(
            WebServer.Coordinator, new DraftOf(journey, "diverted"), new Dictionary<string, string[]> { ["scheme"] = ["other"], ["formerQuestion"] = ["a former answer"] }, "test", default);
        var page = await SentForm.PageAsync(server, $"/journeys/{journey}/record/diverted.v1");
        page.QuerySelector("#left-over")!.TextContent.Should().Contain("a former answer");
        page.QuerySelector<IHtmlInputElement>("[name=scheme][checked]")!.Value.Should().Be("other");
        var kept = await SentForm.SendAsync(server, SentForm.Of(page).Set("happenedOn.day", "1"), "later");
        kept.StatusCode.Should().Be(HttpStatusCode.OK);
        (await SentForm.PageAsync(server, $"/journeys/{journey}/record/diverted.v1")).QuerySelector("#left-over")!.TextContent.Should().Contain("a former answer");
    }
}
