using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Journal;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>The board and a journey as people use them.</summary>
public sealed class BrowserTests(WebServer server, Browser browser) : IClassFixture<WebServer>, IClassFixture<Browser>
{
    private const string Connected = "Connected";

    [BrowserFact]
    public async Task A_movement_recorded_through_the_api_reaches_two_browsers()
    {
        var journey = await server.OpenAsync("E23000001");
        var complaints = new List<string>();
        var first = await browser.OpenAsync(server.Address, "/board", complaints: complaints);
        var second = await browser.OpenAsync(server.Address, "/board?area=E23000001", complaints: complaints);
        foreach (var page in new[] { first, second }) await Expect(page.Locator("#connection")).ToContainTextAsync(Connected);

        await server.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(0) }, journey);
        foreach (var page in new[] { first, second })
        {
            await Expect(Column(page, "under-investigation").Locator($"#w-{journey}")).ToContainTextAsync("today");
            await Expect(page.Locator("#ticker li").First).ToContainTextAsync(new JourneyId(journey).Pseudonym);
            await Expect(page.Locator("#announcer")).ToContainTextAsync("Under investigation");
        }

        complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task A_woman_who_is_new_appears_where_she_belongs_and_only_on_boards_of_her_area()
    {
        await server.OpenAsync("E23000001");
        var here = await browser.OpenAsync(server.Address, "/board?area=E23000005");
        var elsewhere = await browser.OpenAsync(server.Address, "/board?area=E23000007");
        foreach (var page in new[] { here, elsewhere }) await Expect(page.Locator("#connection")).ToContainTextAsync(Connected);
        var before = int.Parse(await Column(here, "remanded").Locator("[data-shows-count]").InnerTextAsync());

        var journey = await server.OpenAsync("E23000005", ("remanded.v1", new { happenedOn = WebServer.Day(0) }));
        await Expect(Column(here, "remanded").Locator($"#w-{journey}")).ToBeVisibleAsync();
        await Expect(Column(here, "remanded").Locator("[data-shows-count]")).ToHaveTextAsync($"{before + 1}");
        var witness = await server.OpenAsync("E23000007");
        await Expect(elsewhere.Locator($"#w-{witness}")).ToBeVisibleAsync();
        (await elsewhere.Locator($"#w-{journey}").CountAsync()).Should().Be(0);
    }

    [BrowserFact]
    public async Task A_board_that_lost_its_connection_says_so_and_resumes_without_loss()
    {
        var journeys = new[] { await server.OpenAsync(null), await server.OpenAsync(null), await server.OpenAsync(null) };
        await using var line = new CuttableLine(server.Address);
        var page = await browser.OpenAsync(line.Address, "/board");
        await Expect(page.Locator("#connection")).ToContainTextAsync(Connected);

        line.Cut();
        await Expect(page.Locator("#connection")).ToContainTextAsync("Reconnecting since");
        await Expect(page.Locator("#connection")).ToContainTextAsync("The board shows the moment of");
        foreach (var journey in journeys) await server.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(0) }, journey);
        await server.FoldAsync();

        line.Mend();
        await Expect(page.Locator("#connection")).ToContainTextAsync("Connected again. 3 movements came meanwhile.", new() { Timeout = 30_000 });
        foreach (var journey in journeys) await Expect(Column(page, "under-investigation").Locator($"#w-{journey}")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_board_that_was_away_too_long_is_drawn_anew_and_says_so()
    {
        await using var line = new CuttableLine(server.Address);
        var page = await browser.OpenAsync(line.Address, "/board");
        await Expect(page.Locator("#connection")).ToContainTextAsync(Connected);
        line.Cut();
        await Expect(page.Locator("#connection")).ToContainTextAsync("Reconnecting since");
        var journey = await server.OpenAsync(null);
        await page.EvaluateAsync("seen = 1000000000");
        line.Mend();
        await Expect(page.Locator("#connection")).ToContainTextAsync("here it is anew", new() { Timeout = 30_000 });
        await Expect(page.Locator($"#w-{journey}")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_board_that_is_back_at_once_watches_once()
    {
        await using var line = new CuttableLine(server.Address);
        var page = await browser.OpenAsync(line.Address, "/board");
        await Expect(page.Locator("#connection")).ToContainTextAsync(Connected);
        await page.EvaluateAsync("""
            () => {
              window.streams = 0
              const stream = connection.stream.bind(connection)
              connection.stream = (...asked) => { window.streams++; return stream(...asked) }
              pause = tries => tries === 2 ? 800 : 0
            }
            """);
        line.Cut();
        line.Mend();
        await Expect(page.Locator("#connection")).ToContainTextAsync("Connected again.");
        await page.WaitForTimeoutAsync(1_000);
        (await page.EvaluateAsync<int>("streams")).Should().Be(1);
    }

    [BrowserFact]
    public async Task The_counts_of_a_live_board_stay_those_of_a_fresh_one()
    {
        var journeys = new List<Guid>();
        for (var i = 0; i < 6; i++) journeys.Add(await server.OpenAsync(null));
        var live = await browser.OpenAsync(server.Address, "/board");
        await Expect(live.Locator("#connection")).ToContainTextAsync(Connected);
        foreach (var journey in journeys) await server.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(-2) }, journey);
        foreach (var journey in journeys.Take(3)) await server.PostAsync("prosecution-started.v1", new { happenedOn = WebServer.Day(-1), form = "charge" }, journey);
        foreach (var journey in journeys.Take(2)) await server.PostAsync("remanded.v1", new { happenedOn = WebServer.Day(0) }, journey);
        await server.FoldAsync();

        foreach (var journey in journeys.Take(2)) await Expect(Column(live, "remanded").Locator($"#w-{journey}")).ToBeVisibleAsync();
        await Expect(Column(live, "before-the-court").Locator($"#w-{journeys[2]}")).ToBeVisibleAsync();
        foreach (var journey in journeys.Skip(3)) await Expect(Column(live, "under-investigation").Locator($"#w-{journey}")).ToBeVisibleAsync();
        var fresh = await browser.OpenAsync(server.Address, "/board", script: false);
        (await live.Locator("[data-shows-count]").AllInnerTextsAsync()).Should().Equal(await fresh.Locator("[data-shows-count]").AllInnerTextsAsync());
        (await live.Locator("#women").InnerTextAsync()).Should().Be(await fresh.Locator("#women").InnerTextAsync());
    }

    [BrowserFact]
    public async Task Of_a_long_column_the_next_are_drawn_when_somebody_comes_to_its_end_and_everybody_is_found()
    {
        var women = Enumerable.Range(0, 130).Select(_ => Samples.NewJourney()).ToList();
        await server.House.House.Journal.LoadAsync([.. women.Select(w => new Append(JournalHouse.North, w, new("ada", "Coordination"), [Samples.New(new Arrested("08", "E23000019") { HappenedOn = WebServer.Today })]))], default);
        await server.FoldAsync();
        var page = await browser.OpenAsync(server.Address, "/board");
        await Expect(page.Locator("#connection")).ToContainTextAsync(Connected);
        var cards = Column(page, "under-investigation").Locator(".card");
        await Expect(cards.Filter(new() { Visible = true })).ToHaveCountAsync(60);
        await Column(page, "under-investigation").Locator(".column__end").ScrollIntoViewIfNeededAsync();
        await Expect(cards.Nth(100)).ToBeVisibleAsync();

        // The one that stands last.
        var number = await cards.Last.GetAttributeAsync("data-number");
        await page.Locator("#find-text").FillAsync(number!.ToLowerInvariant());
        await Expect(page.Locator("#find-count")).ToHaveTextAsync("1 woman");
        await Expect(cards.Filter(new() { Visible = true })).ToHaveCountAsync(1);
        await Expect(cards.Last).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_board_left_open_counts_its_days_anew_on_another_day()
    {
        var journey = await server.OpenAsync("E23000014", ("arrested.v1", new { happenedOn = WebServer.Day(0) }));
        var page = await browser.OpenAsync(server.Address, "/board?area=E23000014");
        await Expect(page.Locator("#connection")).ToContainTextAsync(Connected);
        await Expect(page.Locator($"#w-{journey} .card__since")).ToHaveTextAsync("here since today");
        await page.Clock.SetFixedTimeAsync(DateTime.UtcNow.AddDays(3));
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(page.Locator($"#w-{journey} .card__since")).ToHaveTextAsync("here for 3 days");
    }

    [BrowserFact]
    public async Task A_card_that_moves_or_is_drawn_anew_keeps_the_keyboards_focus()
    {
        var journey = await server.OpenAsync("E23000015");
        var page = await browser.OpenAsync(server.Address, "/board?area=E23000015");
        await Expect(page.Locator("#connection")).ToContainTextAsync(Connected);
        await page.Locator($"#w-{journey} .card__link").FocusAsync();
        await server.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(0) }, journey);
        await Expect(Column(page, "under-investigation").Locator($"#w-{journey}")).ToBeVisibleAsync();
        await Expect(page.Locator($"#w-{journey} .card__link")).ToBeFocusedAsync();
        await Expect(page.Locator("#ticker .ticker__time").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^\\d\\d:\\d\\d"));

        await page.EvaluateAsync("redraw()");
        await Expect(page.Locator($"#w-{journey} .card__link")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Without_script_the_board_shows_the_moment_filters_and_reloads()
    {
        var journey = await server.OpenAsync("E23000012");
        var page = await browser.OpenAsync(server.Address, "/board", script: false);
        await Expect(page.Locator($"#w-{journey}")).ToBeVisibleAsync();
        await page.GetByText("Filter the board").ClickAsync();
        await page.Locator("#area").SelectOptionAsync("E23000012");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        page.Url.Should().EndWith("/board?area=E23000012&agency=&came=&known=");
        await Expect(page.Locator($"#w-{journey}")).ToBeVisibleAsync();
        await page.Locator("#reload").ClickAsync();
        page.Url.Should().Contain("/board?area=E23000012");
        await page.Locator($"#w-{journey} a").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(new JourneyId(journey).Pseudonym);
    }

    [BrowserFact]
    public async Task The_keyboard_reaches_everything_on_the_board()
    {
        var journey = await server.OpenAsync("E23000013");
        var page = await browser.OpenAsync(server.Address, "/board?area=E23000013");
        await page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).Should().Be("Skip to main content");
        var reached = new List<string>();
        for (var i = 0; i < 45; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await FocusedAsync(page));
        }

        reached.Should().ContainInOrder("JourneyTracker", "Board", "area", "agency", "came", "known", "Show", "find-text", "Stages", new JourneyId(journey).Pseudonym);
        await page.Locator($"#w-{journey} a").PressAsync("Enter");
        await page.WaitForURLAsync($"**/journeys/{journey}");
    }

    private static ILocator Column(IPage page, string stage) => page.Locator($".column[data-stage='{stage}']");

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>(
        "(e => (e.getAttribute('aria-label') || e.id.replace(/^w-.*/, '') || e.textContent || '').trim())(document.activeElement)");
}
