using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.Administration;

/// <summary>The pages of administration in a real browser, with JavaScript and without, and narrow in a full run.</summary>
public sealed class AdministrationBrowserTests(WebServer server, Browser browser) : IClassFixture<WebServer>, IClassFixture<Browser>
{
    [BrowserTheory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(375, true)]
    public async Task An_agreement_is_added_and_ended(int width, bool script)
    {
        if (width < 1280 && !BadDays.BadDay.Full) return;
        await using var asked = await server.AskedByAsync(WebServer.Coordinator with { Person = "adm", Role = Role.Administrator });
        var complaints = new List<string>();
        var page = await browser.OpenAsync(asked.Address, "/administration", width, script, complaints);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a sharing agreement" }).ClickAsync();
        await page.Locator("#parties").FillAsync("Willow Women's Centre");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        await Expect(page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await Expect(page.Locator("#parties")).ToHaveValueAsync("Willow Women's Centre");
        await page.Locator("#parties").FillAsync($"Willow Women's Centre {width} {script}\nNorthshire Probation");
        foreach (var (field, text) in new[] { ("purpose", "Support for women on licence"), ("lawfulBasis", "Public task"), ("condition", "As in the agreement, section 4"), ("dpia", "DPIA-2026-07"), ("signedOn", WebServer.Day(-500)), ("reviewOn", WebServer.Day(-100)) })
            await page.Locator($"#{field}").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        var card = page.Locator(".agreement", new() { HasText = $"Willow Women's Centre {width} {script}" });
        await Expect(card).ToContainTextAsync("Review due");
        await card.GetByRole(AriaRole.Link, new() { Name = "End" }).ClickAsync();
        await page.Locator("#endedOn").FillAsync(WebServer.Day(0));
        await page.GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();
        await Expect(card).ToContainTextAsync("Ended");
        foreach (var link in new[] { "Code lists", "Rules in force" })
        {
            await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
            await page.Locator("summary").First.ClickAsync();
            await Expect(page.Locator("table").First).ToBeVisibleAsync();
        }

        complaints.Should().BeEmpty();
    }
}
