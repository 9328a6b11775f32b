using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.Finding;

/// <summary>Finding, opening, joining, mending and importing in a real browser: by keyboard with script, and without it.</summary>
public sealed class FindBrowserTests(WebServer server, Browser browser) : IClassFixture<WebServer>, IClassFixture<Browser>
{
    [BrowserTheory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(375, true)]
    public async Task A_woman_is_found_and_joined_with_her_double_and_the_pages_hold(int width, bool script)
    {
        if (width < 1280 && Environment.GetEnvironmentVariable("JOURNEY_FULL") != "1") return;
        var (name, last) = width < 1280 ? ("Oriel Hazeldine", 3) : script ? ("Oriel Kingsley", 4) : ("Oriel Plumtree", 5);
        foreach (var number in new[] { $"X12345{last}", $"X65432{last}" }) await KnownAsync(name, number);
        var complaints = new List<string>();
        var page = await browser.OpenAsync(server.Address, "/find", width, script, complaints);

        await page.Locator("#typed").FocusAsync();
        await page.Keyboard.TypeAsync(name.ToLowerInvariant());
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".women-found__woman")).ToHaveCountAsync(2);
        page.Url.Should().NotContainEquivalentOf("oriel");
        await page.Locator(".women-found__woman a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await page.GoBackAsync();
        await Expect(page.Locator(".women-found__woman")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Link, new() { Name = "open a journey for her" }).ClickAsync();
        await Expect(page.Locator("#name")).ToHaveValueAsync(name.ToLowerInvariant());
        await page.Locator("#pnc").FillAsync("no number");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await page.Locator("#pnc").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Is it one of these?");

        await page.GotoAsync(new Uri(server.Address, "/duplicates").ToString());
        await page.Locator(".double", new() { HasText = name }).GetByRole(AriaRole.Link, new() { Name = "Check, and join them" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await page.GetByText("She said so").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "They are one woman's: join them" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "They are not hers" }).ClickAsync();

        await page.GotoAsync(new Uri(server.Address, "/data-quality").ToString());
        await Expect(page.Locator("#findings")).ToContainTextAsync("record");
        complaints.Should().BeEmpty();
    }

    [BrowserTheory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(375, true)]
    public async Task A_file_is_imported_and_its_page_says_by_itself_when_it_is_done(int width, bool script)
    {
        if (width < 1280 && Environment.GetEnvironmentVariable("JOURNEY_FULL") != "1") return;
        var complaints = new List<string>();
        var page = await browser.OpenAsync(server.Address, "/imports", width, script, complaints);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import a file" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import it" }).ClickAsync();
        await Expect(page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await page.GetByLabel("road-fines").CheckAsync();
        await page.Locator("#file").SetInputFilesAsync(new FilePayload
        {
            Name = "rows.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes($"case_id,event_no,occurred_at,activity\n{width}{script},1,2024-01-02T10:00:00+01:00,Call\n{width}{script},2,soon,Call\n"),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Import it" }).ClickAsync();
        await Expect(page.Locator("#import[data-state=Done]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Download the refused rows" })).ToBeVisibleAsync();
        await LookAsync(page, "import-done", width, script);
        await page.GotoAsync(new Uri(server.Address, "/imports").ToString());
        complaints.Should().BeEmpty();
    }

    private async Task KnownAsync(string name, string number)
    {
        var journey = await server.OpenAsync("E23000014", ("released.v1", new { kind = "sentence-ended", happenedOn = WebServer.Day(-5) }));
        await server.House.House.Vault.PutAsync(JournalHouse.North, new(journey), new PersonIdentity(name, new DateOnly(1984, 7, 2), null, [new PersonIdentifier("crn", number)]), default);
    }

    private static async Task LookAsync(IPage page, string name, int width, bool script)
    {
        await Browser.KeepAsync(page, $"{name}{(script ? "" : "/plain")}", width);
        if (!script) return;
        (await Axe.ViolationsAsync(page)).Should().BeEmpty($"{name} at {width}");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().BeLessThanOrEqualTo(0, $"{name} at {width} has no horizontal scroll");
    }
}
