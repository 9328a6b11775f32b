using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Journal;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>The recall pages in a browser, with the keyboard alone.</summary>
public sealed class RecallBrowserTests(WebServer server, Browser browser) : IClassFixture<WebServer>, IClassFixture<Browser>
{
    [BrowserFact]
    public async Task A_decision_not_to_recall_is_entered_by_keyboard_checked_and_recorded()
    {
        var journey = await server.OpenAsync(
            null, ("sentenced.v1", new { happenedOn = WebServer.Day(-300), disposal = "IMMEDIATE_CUSTODY", length = "P20M" }), ("released.v1", new { happenedOn = WebServer.Day(-100), kind = "on-licence", licenceEndsOn = WebServer.Day(200) }),
            ("worker-named.v1", new { happenedOn = WebServer.Day(-99), who = new { @as = "responsible-officer", agency = "Northshire Probation", person = "po" } }));
        await using var officer = await server.AskedByAsync(new Caller("po", "Northshire Probation", "PROBATION", Role.Practitioner, JournalHouse.North));
        var complaints = new List<string>();
        var page = await browser.OpenAsync(officer.Address, $"/journeys/{journey}/recall", complaints: complaints);
        await page.GetByRole(AriaRole.Link, new() { Name = "Consider a recall" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Consider a recall");
        await page.Locator("#decision-2").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Enter why it was decided so");
        await page.Locator("#decisionWhy").FocusAsync();
        await page.Keyboard.TypeAsync("A women's centre will see her twice a week");
        await page.Locator("#sign1").FocusAsync();
        await page.Keyboard.TypeAsync("spo");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Check what will be recorded");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record this" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#state")).ToContainTextAsync("It is proposed that she is not recalled");
        complaints.Should().BeEmpty();
    }
}
