using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace JourneyTracker.IntegrationTests.Screens;

/// <summary>Every page with every state that was designed for it: to be looked at, and for axe.</summary>
internal static partial class AllScreens
{
    private const string Wrong = "There is a problem";
    private const string NotFound = "There is nothing at this address, or it is not shared with you.";
    private const string Forbidden = "Your role does not include this page.";

    public static IReadOnlyList<Screen> List { get; } = [.. House, .. Boards, .. Journeys, .. Recording, .. Finding, .. Recalls, .. Outcomes, .. Offices];

    /// <summary>The list as a page of the documentation.</summary>
    public static string InWords()
    {
        var text = new StringBuilder("""
            # Screens
            Every page of the running server in every state that was designed for it. `ScreenTests.Nothing_is_wrong_with_what_somebody_sees` opens each in Chromium: what stands in the last
            column is there, axe finds nothing, nothing sticks out at the side, scripts and styles together weigh less than 150 KB, and the browser complains of nothing; at 1,280 pixels, and with
            `./journey test --full` at 375 too. A picture of each is kept in `artifacts/screens/`. A page that is missing here fails `Every_page_of_the_running_server_is_among_them`.

            | page | state | who looks | what shows that it is this state |
            |---|---|---|---|

            """);
        foreach (var screen in List) text.AppendLine($"| `{screen.Page}` | {screen.State}{(screen.On == Place.Empty ? ", a new partnership" : "")} | {(screen.On == Place.SignIn ? "nobody yet" : screen.As)} | {screen.Shows} |");
        return text.ToString();
    }

    private static IEnumerable<Screen> House =>
    [
        new("/", "coordinator", "What would you like to do?"),
        new("/", "evaluator", "Evaluators know of no single woman") { As = "eva" },
        new("/help", "as it is", "Help"),
        new("/accessibility", "as it is", "Accessibility statement"),
        new("/cookies", "as it is", "Cookies"),
        new("/problem/{status:int}", "no such address", NotFound) { At = _ => "/nothing" },
        new("/problem/{status:int}", "something went wrong", "Something went wrong") { At = _ => "/problem/500" },
        new("/problem/{status:int}", "not ready", "The journal cannot be reached at the moment") { At = _ => "/problem/503" },
        new("/problem/{status:int}", "not understood", "The address could not be understood") { At = _ => "/problem/400" },
        new("/sign-in", "on the way", "You are being led to the sign-in service.") { On = Place.SignIn, At = _ => "/help", Reach = page => HeldAsync(page, "/sign-in?return=%2Fboard") },
        new("/sign-in", "again", "show again who you are") { On = Place.SignIn, At = _ => "/help", Reach = page => HeldAsync(page, "/sign-in?return=%2Fboard&again=1") },
        new("/sign-out", "asked", "Sign out") { On = Place.SignIn },
        new("/signed-out", "as it is", "You are signed out") { On = Place.SignIn },
    ];

    /// <summary>Posts the page's form as it stands.</summary>
    private static Task SendAsync(IPage page) => page.Locator("main form[method=post] button.govuk-button:not(.govuk-button--secondary)").First.ClickAsync();

    /// <summary>A page that leads on at once, held where it is: what leads on is left out of it.</summary>
    private static async Task HeldAsync(IPage page, string path)
    {
        await page.RouteAsync("**/sign-in?*", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = LeadsOn().Replace(await answer.TextAsync(), "") });
        });
        await page.GotoAsync(new Uri(new Uri(page.Url), path).ToString());
    }

    [GeneratedRegex("<meta http-equiv=\"refresh\"[^>]*>")]
    private static partial Regex LeadsOn();
}
