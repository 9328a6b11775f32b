using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>The replay as people use it: with the slider, with the keyboard, and without script.</summary>
public sealed class ReplayBrowserTests(WebServer server, Browser browser) : IClassFixture<WebServer>, IClassFixture<Browser>
{
    [BrowserFact]
    public async Task The_slider_moves_the_moment_at_once_by_keyboard_and_with_a_button_without_script()
    {
        var journey = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-10) }), ("prosecution-started.v1", new { happenedOn = WebServer.Day(-5), form = "charge" }));
        var complaints = new List<string>();
        var page = await browser.OpenAsync(server.Address, $"/journeys/{journey}/replay", complaints: complaints);
        await Expect(page.Locator("#where")).ToHaveTextAsync("Fact 3 of 3");
        await page.Locator("#step").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Locator("#where")).ToHaveTextAsync("Fact 2 of 3");
        await Expect(page.Locator("#stage")).ToContainTextAsync("Under investigation");
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("Fact 2 of 3. Under investigation");
        page.Url.Should().Contain($"asAt={WebServer.Day(-10)}", "the moment can be quoted");
        (await page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("step", "the slider keeps the focus");

        var plain = await browser.OpenAsync(server.Address, $"/journeys/{journey}/replay", script: false, complaints: complaints);
        await plain.Locator("#step").FillAsync("2");
        await plain.GetByRole(AriaRole.Button, new() { Name = "Go to this step" }).ClickAsync();
        await Expect(plain.Locator("#where")).ToHaveTextAsync("Fact 2 of 3");
        await plain.GetByRole(AriaRole.Link, new() { Name = "Previous fact" }).ClickAsync();
        await Expect(plain.Locator("#where")).ToHaveTextAsync("Fact 1 of 3");
        complaints.Should().BeEmpty();
    }
}
