using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Folding.Rebuild;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>What the pages say, without a browser.</summary>
public sealed class PageTests(WebServer server) : IClassFixture<WebServer>
{
    [PostgresFact]
    public async Task The_board_has_a_column_for_every_stage_and_a_card_for_every_woman()
    {
        var journey = await server.OpenAsync("E23000005", ("remanded.v1", new { happenedOn = WebServer.Day(-12) }));
        var board = await PageAsync("/board");
        board.QuerySelectorAll(".column").Should().HaveCount(16);
        var card = board.QuerySelector($"#w-{journey}")!;
        card.Closest(".column")!.GetAttribute("data-stage").Should().Be("remanded");
        card.TextContent.Should().Contain(new JourneyId(journey).Pseudonym).And.Contain("12 days");
        board.QuerySelector("#reload")!.GetAttribute("href").Should().Be("/board");
        (await server.LookedAsync("door = 'page:board' and journey is null and subject like 'board%women'")).Should().BePositive();
    }

    [PostgresFact]
    public async Task The_board_shows_one_area_when_asked_and_keeps_it_in_the_address()
    {
        var here = await server.OpenAsync("E23000001");
        var there = await server.OpenAsync("E23000002");
        var board = await PageAsync("/board?area=E23000001");
        board.QuerySelector($"#w-{here}").Should().NotBeNull();
        board.QuerySelector($"#w-{there}").Should().BeNull();
        board.QuerySelector("option[selected]")!.TextContent.Should().Be("Metropolitan Police");
        board.QuerySelector("#reload")!.GetAttribute("href").Should().Be("/board?area=E23000001");
        (await server.Client.GetAsync($"/board/card/{there}?area=E23000001")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await server.Client.GetStringAsync($"/board/card/{there}?area=E23000002")).Should().Contain($"w-{there}");
    }

    [PostgresFact]
    public async Task Names_stand_only_where_the_vault_has_them_and_the_caller_may_know()
    {
        var journey = await server.OpenAsync(null);
        await server.House.House.Vault.PutAsync(JournalHouse.North, new JourneyId(journey), new PersonIdentity("Fictional Name-Smith"), default);
        (await PageAsync("/board")).QuerySelector($"#w-{journey} .card__name")!.TextContent.Trim().Should().Be("Fictional Name-Smith");
        (await PageAsync($"/journeys/{journey}")).QuerySelector("h1")!.TextContent.Should().Be("Fictional Name-Smith");
        await using var evaluator = await server.AskedByAsync(WebServer.Coordinator with { Role = Role.Evaluator });
        (await evaluator.Client.GetAsync("/board")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [PostgresFact]
    public async Task A_journey_with_a_record_that_cannot_be_read_says_so_on_its_page_and_to_programs()
    {
        await using var own = await WebServer.CreateAsync();
        var journey = await own.OpenAsync(null);
        var sentence = "A record of this journey cannot be read by this version; what follows it is not shown.";
        (await PageAsync($"/journeys/{journey}", own)).QuerySelector("#frozen").Should().BeNull();
        await Folding.Poison.AddAsync(own.House, new JourneyId(journey), "unheard-of.v9");

        (await PageAsync($"/journeys/{journey}", own)).QuerySelector("#frozen")!.TextContent.Should().Contain(sentence);
        (await own.Client.GetStringAsync($"/api/journeys/{journey}")).Should().Contain(sentence).And.Contain("\"frozenFrom\":");
    }

    [PostgresFact]
    public async Task An_empty_board_says_what_to_do()
    {
        await using var empty = await WebServer.CreateAsync();
        var board = await PageAsync("/board", empty);
        board.QuerySelector("#empty")!.TextContent.Should().Contain("Nobody is on this board yet");
    }

    [PostgresFact]
    public async Task A_server_that_has_not_caught_up_says_so_and_is_not_ready_until_it_has()
    {
        await using var house = await JournalHouse.CreateAsync();
        await using var behind = await WebServer.CreateAsync(house);
        var opened = await behind.PostAsync("journey-opened.v1", new { how = "hand", happenedOn = WebServer.Day(-9) });
        await behind.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(-8) }, opened.GetProperty("journey").GetGuid());

        var board = await PageAsync("/board", behind);
        board.QuerySelector("#drawing")!.TextContent.Should().Contain("The board is being drawn: 2 records still to go. Reload in a moment.");
        board.QuerySelector("#empty").Should().BeNull();
        var notReady = await behind.Client.GetAsync("/health/ready");
        notReady.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await notReady.Content.ReadAsStringAsync()).Should().Contain("2 records still to go.");

        await behind.FoldAsync();
        (await PageAsync("/board", behind)).QuerySelector("#drawing").Should().BeNull();
        await behind.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(-7) }, opened.GetProperty("journey").GetGuid());
        (await (await behind.Client.GetAsync("/health/ready")).Content.ReadAsStringAsync()).Should().NotContain("still to go", "a small lag is no first catching up");
        (await PageAsync("/board", behind)).QuerySelector("#drawing").Should().BeNull();
    }

    [PostgresFact]
    public async Task Last_movements_say_when_and_who()
    {
        var journey = await server.OpenAsync(null);
        await server.House.House.Vault.PutAsync(JournalHouse.North, new JourneyId(journey), new PersonIdentity("Fictional Mover-Jones"), default);
        await server.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(0) }, journey);
        await server.FoldAsync();
        var line = (await PageAsync("/board")).QuerySelector($"#ticker a[href='/journeys/{journey}']")!.ParentElement!;
        line.TextContent.Should().Contain("Fictional Mover-Jones");
        line.QuerySelector(".ticker__time")!.TextContent.Should().MatchRegex(@"^\d\d:\d\d $");
    }

    [PostgresFact]
    public async Task Last_movements_are_shown_when_the_feed_does_not_go_back_to_its_beginning()
    {
        await using var house = await JournalHouse.CreateAsync();
        await using var own = await WebServer.CreateAsync(house);
        var opened = await own.PostAsync("journey-opened.v1", new { how = "hand", happenedOn = WebServer.Day(-9) });
        var journey = opened.GetProperty("journey").GetGuid();
        await own.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(-8) }, journey);
        await new QuietBeginning(house.House, TimeProvider.System).RunAsync(null, default);
        await own.PostAsync("remanded.v1", new { happenedOn = WebServer.Day(0) }, journey);
        await own.FoldAsync();
        (await PageAsync("/board", own)).QuerySelectorAll("#ticker li").Should().ContainSingle("what stood there at the beginning was not announced");
    }

    [PostgresFact]
    public async Task An_unknown_area_is_said_to_be_unknown_and_the_filter_has_only_areas_on_record()
    {
        await using var own = await WebServer.CreateAsync();
        await own.OpenAsync("E23000005");
        var board = await PageAsync("/board?area=Narnia", own);
        board.QuerySelector("#unknown-area")!.TextContent.Should().Contain("There is no police force area \"Narnia\". All areas are shown.");
        board.QuerySelectorAll("#area option").Select(o => o.GetAttribute("value")).Should().Equal("", "E23000005");
        (await PageAsync("/board?area=E23000001", own)).QuerySelectorAll("#area option").Should().HaveCount(3, "the chosen one is listed too");
        (await PageAsync("/board?area=", own)).QuerySelector("#unknown-area").Should().BeNull();
    }

    [PostgresFact]
    public async Task Days_are_never_shown_more_exactly_than_they_are_known()
    {
        var journey = await server.OpenAsync(
            null,
            ("arrested.v1", new { happenedOn = "2026-03-01T09:46" }),
            ("prosecution-started.v1", new { happenedOn = "2026-03-05", form = "charge" }),
            ("sentenced.v1", new { happenedOn = "2026-04", disposal = "CO", length = "P12M" }),
            ("contact.v1", new { happenedOn = "../2026-05-20", type = "visit" }));
        var page = await PageAsync($"/journeys/{journey}");
        string DateOf(string fact) => page.QuerySelector($"[data-fact='{fact}'] .moj-timeline__date")!.TextContent;
        DateOf("arrested.v1").Should().Be("1 March 2026 at 09:46");
        DateOf("prosecution-started.v1").Should().Be("5 March 2026");
        DateOf("sentenced.v3").Should().Be("April 2026");
        DateOf("contact.v1").Should().Be("day not known, by 20 May 2026");
        page.QuerySelectorAll("[data-fact]").Select(e => e.GetAttribute("data-fact")).Should().StartWith("contact.v1", "the newest comes first");
        page.Body!.TextContent.Should().NotContain("00:00").And.NotContain("1 April");
    }

    [PostgresFact]
    public async Task A_correction_is_shown_with_both_versions_and_a_withdrawal_as_one()
    {
        var journey = await server.OpenAsync(null);
        var wrong = (await server.PostAsync("arrested.v1", new { happenedOn = "2026-03-02", offenceGroup = "04" }, journey)).GetProperty("fact").GetGuid();
        var corrected = await server.PostAsync(
            "corrected.v1", new { happenedOn = WebServer.Day(0), replaces = wrong, with = new { name = "arrested.v1", body = new { happenedOn = "2026-03-01", offenceGroup = "04" } }, why = "wrong-day" }, journey);
        var entry = (await PageAsync($"/journeys/{journey}")).QuerySelector("[data-fact='arrested.v1']")!;
        entry.QuerySelector(".moj-timeline__date")!.TextContent.Should().Be("1 March 2026");
        entry.TextContent.Should().Contain("Corrected").And.Contain("wrong day").And.Contain("Before: Arrested, 2 March 2026");

        await server.PostAsync("withdrawn.v1", new { happenedOn = WebServer.Day(0), withdraws = corrected.GetProperty("fact").GetGuid(), why = "wrong-woman" }, journey);
        (await PageAsync($"/journeys/{journey}")).QuerySelector("[data-fact='arrested.v1']")!.TextContent.Should().Contain("Withdrawn").And.Contain("wrong woman");
    }

    [PostgresFact]
    public async Task What_another_service_learnt_from_her_is_there_but_says_nothing()
    {
        var journey = await server.OpenAsync(null, ("contact.v1", new { happenedOn = WebServer.Day(-1), type = "counselling", detail = "in confidence" }));
        await using var police = await server.AskedByAsync(new Caller("bob", "Police", "POLICE", Role.Practitioner, JournalHouse.North));
        var page = await PageAsync($"/journeys/{journey}", police);
        page.QuerySelector("[data-fact='hidden']")!.TextContent.Should().Contain("Recorded by another service, not shared with you").And.NotContain("Coordination");
        page.Body!.TextContent.Should().NotContain("counselling").And.NotContain("in confidence");
        (await police.Client.GetStringAsync($"/api/journeys/{journey}")).Should().NotContain("counselling").And.NotContain("in confidence").And.NotContain("contact.v1");
        (await PageAsync($"/journeys/{journey}")).Body!.TextContent.Should().Contain("in confidence", "who recorded it reads it");
    }

    [PostgresFact]
    public async Task What_is_hers_to_disclose_is_shown_to_nobody()
    {
        var journey = await server.OpenAsync(null, ("needs-assessed.v1", new
        {
            happenedOn = WebServer.Day(-1),
            pathways = new[] { new { pathway = "ACCOM", answer = "support-needed" } },
            sensitivePathways = new[] { new { pathway = "ABUSE", answer = "shared" }, new { pathway = "HEALTH", answer = "support-needed" } },
        }));
        var page = (await PageAsync($"/journeys/{journey}")).QuerySelector("[data-fact='needs-assessed.v2']")!.TextContent;
        page.Should().NotContainEquivalentOf("abuse").And.Contain("Support needed");
        (await server.Client.GetStringAsync($"/api/journeys/{journey}")).Should().NotContain("ABUSE").And.Contain("HEALTH");
    }

    [PostgresFact]
    public async Task A_journey_is_read_as_at_a_day_and_as_known_at_a_moment()
    {
        var journey = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-10) }));
        var between = DateTimeOffset.UtcNow;
        await server.PostAsync("prosecution-started.v1", new { happenedOn = WebServer.Day(-5), form = "charge" }, journey);
        async Task<string> Stage(string query) => (await PageAsync($"/journeys/{journey}{query}")).QuerySelector("#stage strong")!.TextContent;
        (await Stage("")).Should().Be("Before the court");
        (await Stage($"?asAt={WebServer.Day(-7)}")).Should().Be("Under investigation");
        (await Stage($"?knownAt={between:yyyy-MM-ddTHH:mm:ss.ffffffZ}")).Should().Be("Under investigation");
        var wrong = await PageAsync($"/journeys/{journey}?asAt=someday");
        wrong.QuerySelector(".govuk-error-summary")!.TextContent.Should().Contain("Enter a day");
        (await server.LookedAsync($"journey = '{journey}' and door = 'page:journey'")).Should().Be(4);
    }

    [PostgresFact]
    public async Task Every_kind_of_fact_has_a_form_on_the_timeline()
    {
        // Somebody to whom spent records are shown too.
        await using var police = await server.AskedByAsync(WebServer.Coordinator with { AgencyType = "POLICE" });
        foreach (var fact in Samples.EveryKind.Where(f => f is not (Corrected or Withdrawn or JourneyOpened)))
        {
            var journey = await server.OpenAsync(null);
            var id = new JourneyId(journey);
            await server.House.House.Journal.AppendAsync(new(JournalHouse.North, id, new("ada", "Coordination"), [Samples.New(fact)]), default);
            var name = FactCatalogue.NameOf(fact);
            if (fact is AccessLimited)
            {
                (await police.Client.GetAsync($"/journeys/{journey}")).StatusCode.Should().Be(HttpStatusCode.NotFound, "the coordinator is not named");
                continue;
            }

            (await PageAsync($"/journeys/{journey}", police)).QuerySelector($"[data-fact='{name}'] h3")!.TextContent.Should().Be(FactCatalogue.Of(fact).Title);
        }
    }

    [PostgresFact]
    public async Task Assets_are_this_servers_own_and_kept_for_ever()
    {
        var board = await PageAsync("/board");
        var addresses = board.QuerySelectorAll("link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")).ToList();
        addresses.Should().HaveCount(8).And.OnlyContain(a => a!.StartsWith("/assets/"));
        foreach (var address in addresses)
        {
            var answer = await server.Client.GetAsync(address);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            answer.Headers.CacheControl!.MaxAge.Should().BeGreaterThan(TimeSpan.FromDays(300));
            var text = await answer.Content.ReadAsStringAsync();
            text.Should().NotContain("GDS Transport").And.NotContain("sourceMappingURL").And.NotContain("./:focus", "a backslash in a style sheet means something");
        }

        board.QuerySelectorAll("style, script:not([src]), [style], [onclick]").Should().BeEmpty();
        (await server.Client.GetAsync("/assets/000000000000/house.css")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private Task<IDocument> PageAsync(string path) => PageAsync(path, server);

    private static async Task<IDocument> PageAsync(string path, WebServer of)
    {
        var answer = await of.Client.GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, path);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());
    }
}
