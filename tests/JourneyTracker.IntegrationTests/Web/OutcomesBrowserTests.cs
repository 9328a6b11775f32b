using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>Charts as people use them: by keyboard, and without script not at all.</summary>
[Collection(nameof(CountedWomen))]
public sealed class OutcomesBrowserTests(CountedWomen women, Browser browser) : IClassFixture<Browser>
{
    private readonly List<string> complaints = [];

    [BrowserFact]
    public async Task A_chart_is_drawn_and_each_of_its_points_is_reached_and_said_by_keyboard()
    {
        var page = await browser.OpenAsync(women.Server.Address, $"/outcomes/measure?id=M02&by=ethnicity&{CountedWomen.Asked}", complaints: complaints);
        var points = page.Locator(".chart svg .chart__point");
        await Expect(points.First).ToBeVisibleAsync();
        await page.Locator(".outcomes-ask summary").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".chart__said")).ToHaveTextAsync($"arrests, All: Number {CountedWomen.White + CountedWomen.Asian}");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".chart__said")).ToHaveTextAsync("arrests, Asian: not shown");
        (await page.Locator(":focus").GetAttributeAsync("aria-label")).Should().Be("arrests, Asian: not shown", "it is said by whoever reads the page aloud");
        await Expect(page.Locator(".chart svg")).ToContainTextAsync("[c] not shown");
        (await Axe.ViolationsAsync(page)).Should().BeEmpty();
        foreach (var (server, question) in new[] { (women.Server, "flows"), (women.Server, "population"), (women.ForEvaluator, "survival?entry=first-arrest&event=conviction") })
        {
            await page.GotoAsync(new Uri(server.Address, $"/outcomes/{question}").ToString());
            await Expect(page.Locator(".chart svg .chart__point").First).ToBeAttachedAsync();
            (await Axe.ViolationsAsync(page)).Should().BeEmpty(question);
        }

        complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Without_script_the_table_is_there_and_nothing_is_missing()
    {
        var page = await browser.OpenAsync(women.Server.Address, "/outcomes", script: false, complaints: complaints);
        await page.GetByRole(AriaRole.Link, new() { Name = "Arrests, last quarter" }).ClickAsync();
        await Expect(page.Locator("#table-figures")).ToBeVisibleAsync();
        await Expect(page.Locator(".chart")).ToBeHiddenAsync();
        await page.Locator(".outcomes-ask summary").ClickAsync();
        var before = CountedWomen.Quarter.From.AddYears(-1);
        await page.GetByLabel("Period").SelectOptionAsync(new SelectOptionValue { Label = CountedWomen.Quarter.InWords.Replace($"{CountedWomen.Quarter.To.Year}", $"{before.Year}", StringComparison.Ordinal) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Expect(page.Locator("#said")).ToContainTextAsync($" {before.Year}");
        page.Url.Should().Contain($"from={before:yyyy-MM-dd}").And.NotContain("period=");
        complaints.Should().BeEmpty();
    }
}
