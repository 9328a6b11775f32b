using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.Administration;

/// <summary>The pages of administration in a real browser, wide and narrow, with JavaScript and without.</summary>
public sealed class AdministrationBrowserTests(WebServer server, Browser browser) : IClassFixture<WebServer>, IClassFixture<Browser>
{
    [BrowserTheory]
    [InlineData(1280, true)]
    [InlineData(375, true)]
    [InlineData(1280, false)]
    [InlineData(375, false)]
    public async Task An_agreement_is_added_and_ended_and_axe_finds_nothing(int width, bool script)
    {
        await using var asked = await server.AskedByAsync(WebServer.Coordinator with { Person = "adm", Role = Role.Administrator });
        var complaints = new List<string>();
        var page = await browser.OpenAsync(asked.Address, "/administration", width, script, complaints);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a sharing agreement" }).ClickAsync();
        await page.Locator("#parties").FillAsync("Willow Women's Centre");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        await Expect(page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await Expect(page.Locator("#parties")).ToHaveValueAsync("Willow Women's Centre");
        await LookAsync(page, "agreement-errors", width, script);
        await page.Locator("#parties").FillAsync($"Willow Women's Centre {width} {script}\nNorthshire Probation");
        foreach (var (field, text) in new[] { ("purpose", "Support for women on licence"), ("lawfulBasis", "Public task"), ("condition", "As in the agreement, section 4"), ("dpia", "DPIA-2026-07"), ("signedOn", WebServer.Day(-500)), ("reviewOn", WebServer.Day(-100)) })
            await page.Locator($"#{field}").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        var card = page.Locator(".agreement", new() { HasText = $"Willow Women's Centre {width} {script}" });
        await Expect(card).ToContainTextAsync("Review due");
        await LookAsync(page, "administration", width, script);
        await card.GetByRole(AriaRole.Link, new() { Name = "End" }).ClickAsync();
        await LookAsync(page, "agreement-end", width, script);
        await page.Locator("#endedOn").FillAsync(WebServer.Day(0));
        await page.GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();
        await Expect(card).ToContainTextAsync("Ended");
        foreach (var (link, name) in new[] { ("Code lists", "administration-codes"), ("Rules in force", "administration-rules") })
        {
            await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
            await page.Locator("summary").First.ClickAsync();
            await Expect(page.Locator("table").First).ToBeVisibleAsync();
            await LookAsync(page, name, width, script);
        }

        complaints.Should().BeEmpty();
    }

    private static async Task LookAsync(IPage page, string name, int width, bool script)
    {
        await Browser.KeepAsync(page, $"{name}{(script ? "" : "/plain")}", width);
        if (!script) return;
        (await Axe.ViolationsAsync(page)).Should().BeEmpty($"{name} at {width}");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().BeLessThanOrEqualTo(0, $"{name} at {width} has no horizontal scroll");
    }
}
