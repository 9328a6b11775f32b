using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>A board that is open at midnight in London, in a real browser, with the clocks of the server and of the browser in the test's hand.</summary>
public sealed class DayRollBrowserTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task At_midnight_in_London_the_open_board_moves_whom_the_day_moves_and_counts_anew()
    {
        var midnight = LondonDay.StartOf(WebServer.Today.AddDays(1));
        var clock = new SettableClock(midnight.AddSeconds(-30));
        await using var server = await WebServer.CreateAsync(clock: clock);
        var ending = await server.OpenAsync(null, ("released.v1", new { happenedOn = WebServer.Day(-40), kind = "on-licence", licenceEndsOn = WebServer.Day(0) }));
        var staying = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-1) }));
        var page = await browser.OpenAsync(server.Address, "/board");
        await page.Clock.SetFixedTimeAsync(midnight.AddSeconds(-30).UtcDateTime);
        await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
        await ShowsAsync("on-licence", "1", ending);
        await ShowsAsync("no-current-involvement", "0");
        await Expect(page.Locator($"#w-{staying} .card__since")).ToHaveTextAsync("1 day");

        await page.Clock.SetFixedTimeAsync(midnight.AddSeconds(1).UtcDateTime);
        clock.Set(midnight.AddSeconds(1));
        await ShowsAsync("on-licence", "0");
        await ShowsAsync("no-current-involvement", "1", ending);
        await Expect(page.Locator($"#w-{ending} .card__since")).ToHaveTextAsync("today");
        await Expect(page.Locator("#ticker li").First).ToContainTextAsync("On licence →to No current justice involvement");

        // Within a minute of midnight, or as soon as somebody looks.
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(page.Locator($"#w-{staying} .card__since")).ToHaveTextAsync("2 days");
        await Expect(Column("on-licence").Locator(".column__change")).ToContainTextAsync("1 fewer than yesterday");
        await Expect(Column("no-current-involvement").Locator(".column__change")).ToContainTextAsync("1 more than yesterday");
        await Expect(page.Locator("#women")).ToHaveTextAsync("2");

        async Task ShowsAsync(string stage, string count, Guid? her = null)
        {
            await Expect(Column(stage).Locator("[data-shows-count]")).ToHaveTextAsync(count);
            if (her is not null) await Expect(Column(stage).Locator($"#w-{her}")).ToBeVisibleAsync();
        }

        ILocator Column(string stage) => page.Locator($".column[data-stage='{stage}']");
    }
}
