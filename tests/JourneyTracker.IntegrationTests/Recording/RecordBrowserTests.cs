using JourneyTracker.IntegrationTests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.Recording;

/// <summary>Recording and correcting in a real browser: by keyboard alone, with and without script.</summary>
[Collection(RecordingHouse.Name)]
public sealed class RecordBrowserTests(WebServer server, Browser browser) : IClassFixture<Browser>
{
    [BrowserTheory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    public async Task Somebody_with_a_keyboard_alone_records_an_appointment_corrects_it_and_withdraws_it(int width, bool script)
    {
        var journey = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-9) }));
        var complaints = new List<string>();
        var page = await browser.OpenAsync(server.Address, $"/journeys/{journey}", width, script, complaints);
        await FollowAsync(page, "Record a contact");
        await Expect(page.Locator("#usual")).ToBeVisibleAsync();
        await FollowAsync(page, "Appointment kept");
        await LooksAsync(page, "Appointment kept");
        await TabToAsync(page, "button:has-text('Record it')");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".govuk-notification-banner--success")).ToContainTextAsync("Appointment kept");

        await TabToAsync(page, "[data-fact='appointment-kept.v1'] .entry-actions a:has-text('Correct')");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "[name='happenedOn.day']");
        await page.Keyboard.TypeAsync("45");
        await TabToAsync(page, "button:has-text('Continue')");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".govuk-error-summary a")).ToHaveCountAsync(2);
        await LooksAsync(page, "Correct: Appointment kept");
        await FollowAsync(page, "Day it happened must be a real date", "Day must be a real date");
        await Expect(page.Locator("[name='happenedOn.day']")).ToBeFocusedAsync();
        var day = WebServer.Today.AddDays(-1);
        foreach (var part in new[] { day.Day, day.Month, day.Year })
        {
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.TypeAsync($"{part}");
            await page.Keyboard.PressAsync("Tab");
        }

        await TabToAsync(page, "[name='correction.why'][value='entered-in-error']");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, "button:has-text('Continue')");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#answers")).ToContainTextAsync("Wrong day");
        await LooksAsync(page, "Check before you record it");
        await TabToAsync(page, "button:has-text('Correct it')");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-fact='appointment-kept.v1'] .moj-timeline__date")).ToHaveTextAsync($"{day:d MMMM yyyy}");
        await TabToAsync(page, "[data-fact='appointment-kept.v1'] .entry-actions a:has-text('Withdraw')");
        await page.Keyboard.PressAsync("Enter");
        await LooksAsync(page, "Withdraw a record");
        await TabToAsync(page, "button:has-text('Withdraw it')");
        await page.Keyboard.PressAsync("Enter");
        await FollowAsync(page, "Choose why it is withdrawn");
        await TabToAsync(page, "[name='why']");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "button:has-text('Withdraw it')");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".govuk-notification-banner--success")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-fact='appointment-kept.v1'] .entry-actions")).ToHaveCountAsync(0);
        complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task What_was_typed_is_kept_when_a_field_is_left()
    {
        var journey = await server.OpenAsync(null);
        var complaints = new List<string>();
        var page = await browser.OpenAsync(server.Address, $"/journeys/{journey}/record/circumstances-recorded.v1", complaints: complaints);
        await LooksAsync(page, "Circumstances talked over");
        await page.FillAsync("[name='told.children.number']", "2");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#kept")).ToHaveTextAsync("What you typed so far is kept.");
        await page.ReloadAsync();
        await Expect(page.Locator("[name='told.children.number']")).ToHaveValueAsync("2");
        await page.GotoAsync(new Uri(server.Address, "/record").ToString());
        await Expect(page.Locator(".record-drafts")).ToContainTextAsync("Circumstances talked over");
        await LooksAsync(page, "Record a contact");
        await page.GotoAsync(new Uri(server.Address, $"/journeys/{journey}/record").ToString());
        await LooksAsync(page, "Record a contact");
        complaints.Should().BeEmpty();
    }

    private static async Task FollowAsync(IPage page, params string[] words)
    {
        await TabToAsync(page, string.Join(", ", words.Select(w => $"main a:has-text('{w}')")));
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>With the tabulator, as far as it takes; never with a mouse.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        var wanted = page.Locator(selector).First;
        await Expect(wanted).ToBeVisibleAsync();
        for (var presses = 0; presses < 120; presses++)
        {
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        throw new Xunit.Sdk.XunitException($"{selector} cannot be reached with the tabulator.");
    }

    private static Task LooksAsync(IPage page, string heading) => Expect(page.Locator("h1")).ToContainTextAsync(heading);
}
