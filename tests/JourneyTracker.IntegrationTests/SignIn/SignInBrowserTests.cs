using JourneyTracker.IntegrationTests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>People sign in, in a real browser, at a real provider.</summary>
public sealed class SignInBrowserTests(SignInHouse house, Browser browser) : IClassFixture<SignInHouse>, IClassFixture<Browser>
{
    private Uri Address => house.Server.Address;

    [BrowserFact]
    public async Task Who_signs_in_is_led_back_to_what_they_asked_for_and_sees_the_board_live()
    {
        house.Clock.Set(DateTimeOffset.UtcNow);
        var journey = await house.Recorder.OpenAsync("E23000007");
        var page = await SignInAsync("ada", "/board?area=E23000007");
        page.Url.Should().Be(new Uri(Address, "/board?area=E23000007").ToString());
        await Expect(page.Locator(".house-header")).ToContainTextAsync("north");
        await Expect(page.Locator(".house-header__person")).ToHaveTextAsync("ada");
        await Expect(page.Locator($"#w-{journey}")).ToBeVisibleAsync();
        await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
        await house.Recorder.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(0) }, journey);
        await Expect(page.Locator($".column[data-stage='under-investigation'] #w-{journey}")).ToBeVisibleAsync();
        var cookie = (await page.Context.CookiesAsync()).Single(c => c.Name == "journey");
        (cookie.HttpOnly, cookie.SameSite, cookie.Expires).Should().Be((true, SameSiteAttribute.Lax, -1));
    }

    [BrowserFact]
    public async Task Each_person_is_served_their_own_partnership()
    {
        house.Clock.Set(DateTimeOffset.UtcNow);
        var journey = await house.Recorder.OpenAsync("E23000008");
        var page = await SignInAsync("sue", "/board");
        await Expect(page.Locator(".house-header__partnership")).ToHaveTextAsync("south");
        await Expect(page.Locator($"#w-{journey}")).ToHaveCountAsync(0);
        (await page.GotoAsync(new Uri(Address, $"/journeys/{journey}").ToString()))!.Status.Should().Be(404);
    }

    [BrowserFact]
    public async Task Who_signed_in_stands_among_the_people_of_their_partnership()
    {
        house.Clock.Set(DateTimeOffset.UtcNow);
        await SignInAsync("kit", "/board");
        var page = await SignInAsync("ada", "/administration");
        await Expect(page.Locator("tr", new() { HasText = "kit" })).ToContainTextAsync("Practitioner");
        await Expect(page.Locator("tr", new() { HasText = "kit" })).ToContainTextAsync("Sign-in");
        await Expect(page.Locator(".house-header__pages a[aria-current]")).ToHaveTextAsync("Administration");
    }

    [BrowserFact]
    public async Task Who_signs_out_here_is_signed_out_at_the_provider_too()
    {
        house.Clock.Set(DateTimeOffset.UtcNow);
        var page = await SignInAsync("ada", "/board");
        var before = (await page.Context.CookiesAsync()).Single(c => c.Name == "journey");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, sign me out" }).ClickAsync();
        await page.WaitForURLAsync("**/signed-out");
        await Expect(page.Locator("h1")).ToHaveTextAsync("You are signed out");

        await page.Context.AddCookiesAsync([new() { Name = before.Name, Value = before.Value, Url = Address.ToString() }]);
        await page.GotoAsync(new Uri(Address, "/board").ToString());
        await Expect(page.Locator("input[name=login]")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Who_signs_out_at_the_provider_is_signed_out_here_and_the_open_board_ends()
    {
        house.Clock.Set(DateTimeOffset.UtcNow);
        var page = await SignInAsync("ada", "/board");
        await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
        var there = await page.Context.NewPageAsync();
        await there.GotoAsync(new Uri(house.Provider.Address, "/session/end").ToString());
        await there.GetByRole(AriaRole.Button, new() { Name = "Yes, sign me out" }).ClickAsync();
        await Expect(page.Locator("#connection")).ToContainTextAsync("Connection lost", new() { Timeout = 15_000 });
        (await page.Context.APIRequest.GetAsync(new Uri(Address, "/api/stages").ToString())).Status.Should().Be(401);
    }

    [BrowserFact]
    public async Task A_session_ends_when_nothing_was_asked_for_a_while_and_an_open_board_asks_for_nothing()
    {
        var began = DateTimeOffset.UtcNow;
        house.Clock.Set(began);
        var page = await SignInAsync("ada", "/board");
        await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
        for (var minutes = 10; minutes <= 30; minutes += 10)
        {
            house.Clock.Set(began.AddMinutes(minutes));
            (await StatusAsync(page, "/api/stages")).Should().Be(200, "each request begins the time anew");
        }

        house.Clock.Set(began.AddMinutes(44));
        (await StatusAsync(page, "/board/card/6eea3b4d-7fee-4e3d-8b61-124ff2b6297a")).Should().Be(404, "the session is there, and no such card");
        house.Clock.Set(began.AddMinutes(45.5));
        (await StatusAsync(page, "/api/stages")).Should().Be(401);
        await Expect(page.Locator("#connection")).ToContainTextAsync("Connection lost", new() { Timeout = 15_000 });
    }

    [BrowserFact]
    public async Task A_session_ends_after_a_day_of_work_whatever_its_person_does()
    {
        var began = DateTimeOffset.UtcNow;
        house.Clock.Set(began);
        var page = await SignInAsync("ada", "/board");
        for (var minutes = 10; minutes < 8 * 60; minutes += 10)
        {
            house.Clock.Set(began.AddMinutes(minutes));
            (await StatusAsync(page, "/api/stages")).Should().Be(200);
        }

        house.Clock.Set(began.AddHours(8).AddSeconds(1));
        (await StatusAsync(page, "/api/stages")).Should().Be(401);
    }

    [BrowserFact]
    public async Task What_needs_a_fresh_proof_asks_for_it_again_and_only_then()
    {
        var began = DateTimeOffset.UtcNow;
        house.Clock.Set(began);
        var page = await SignInAsync("ada", "/anew");
        await Expect(page.Locator("body")).ToHaveTextAsync("proved");

        house.Clock.Set(began.AddMinutes(4));
        (await StatusAsync(page, "/anew")).Should().Be(200);
        house.Clock.Set(began.AddMinutes(8));
        await page.GotoAsync(new Uri(Address, "/anew").ToString());
        await Expect(page.Locator("input[name=login]")).ToBeVisibleAsync();
        house.Clock.Set(DateTimeOffset.UtcNow);
        await LogInAsync(page, "ada");
        await Expect(page.Locator("body")).ToHaveTextAsync("proved");
    }

    [BrowserFact]
    public async Task A_session_survives_a_restart_and_holds_on_another_node()
    {
        house.Clock.Set(DateTimeOffset.UtcNow);
        var page = await SignInAsync("ada", "/board");
        await using var other = await house.NodeAsync(0);
        await page.GotoAsync(new Uri(other.Address, "/board").ToString());
        await Expect(page.Locator(".house-header__person")).ToHaveTextAsync("ada");
    }

    [BrowserTheory]
    [InlineData("norole", "It does not say your role.")]
    [InlineData("noagency", "It does not say your agency.")]
    [InlineData("cleaner", "What it says for your role is not known here.")]
    [InlineData("nowhere", "Your partnership is not one of this house.")]
    public async Task Of_whom_something_is_missing_or_unknown_is_not_let_in_and_reads_what_and_whom_to_ask(string person, string what)
    {
        house.Clock.Set(DateTimeOffset.UtcNow);
        var page = await browser.OpenAsync(Address, "/board");
        await LogInAsync(page, person);
        await Expect(page.Locator("h1")).ToHaveTextAsync("You could not be signed in");
        await Expect(page.Locator("#details li")).ToHaveTextAsync([what]);
        await Expect(page.Locator("main")).ToContainTextAsync("the desk at North, 0161 496 0000");
        (await page.Context.CookiesAsync()).Should().NotContain(c => c.Name == "journey");
        (await StatusAsync(page, "/api/stages")).Should().Be(401);
    }

    [BrowserFact]
    public async Task Axe_finds_nothing_on_the_pages_of_sign_in_and_nothing_sticks_out()
    {
        house.Clock.Set(DateTimeOffset.UtcNow);
        foreach (var width in BadDays.BadDay.Full ? new[] { 1280, 375 } : [1280])
        {
            var refused = await browser.OpenAsync(Address, "/board", width);
            await LogInAsync(refused, "norole");
            await Expect(refused.Locator("#details")).ToBeVisibleAsync();
            await KeptAsync(refused, "/sign-in-refused", width);
            var signedIn = await SignInAsync("ada", "/board", width);
            await KeptAsync(signedIn, "/board-signed-in", width);
        }
    }

    private async Task<IPage> SignInAsync(string person, string path, int width = 1280)
    {
        var page = await browser.OpenAsync(Address, path, width);
        await LogInAsync(page, person);
        return page;
    }

    private static async Task LogInAsync(IPage page, string person)
    {
        await page.Locator("input[name=login]").FillAsync(person, new() { Timeout = 15_000 });
        await page.Locator("input[name=password]").FillAsync("any");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign-in" }).ClickAsync();
        await page.WaitForURLAsync(
            url => new Uri(url).Host == "127.0.0.1" && !url.EndsWith("/sign-in", StringComparison.Ordinal) && !url.Contains("/sign-in?", StringComparison.Ordinal),
            new() { Timeout = 15_000 });
    }

    private async Task<int> StatusAsync(IPage page, string path) =>
        (await page.Context.APIRequest.GetAsync(new Uri(Address, path).ToString(), new() { MaxRedirects = 0 })).Status;

    private static async Task KeptAsync(IPage page, string name, int width)
    {
        await Browser.KeepAsync(page, name, width);
        (await Axe.ViolationsAsync(page)).Should().BeEmpty($"{name} at {width}");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().BeLessThanOrEqualTo(0, $"{name} at {width} has no horizontal scroll");
    }
}
