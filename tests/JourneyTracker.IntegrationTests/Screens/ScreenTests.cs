using JourneyTracker.IntegrationTests.BadDays;
using JourneyTracker.IntegrationTests.Walk;
using JourneyTracker.IntegrationTests.Web;
using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.Screens;

/// <summary>Every page in every state, in Chromium: axe finds nothing, nothing sticks out, nothing is complained of, and a picture is kept for somebody to look at.</summary>
public sealed class ScreenTests(ScreenHouse house) : IClassFixture<ScreenHouse>
{
    private const double MostKiB = 150;

    /// <summary>Read by the scripts of a board that is open; what they put there, the board's screens show.</summary>
    private static readonly string[] PartsOfPages = ["/board/card/{id}", "/board/cards/{stage}", "/board/due"];

    public static TheoryData<string> Names => [.. AllScreens.List.Select(s => s.Name)];

    [BrowserTheory]
    [MemberData(nameof(Names))]
    public async Task Nothing_is_wrong_with_what_somebody_sees(string name)
    {
        var screen = AllScreens.List.Single(s => s.Name == name);
        foreach (var width in BadDay.Full ? new[] { 1280, 375 } : [1280])
        {
            var page = await house.OpenAsync(screen, width);
            await Expect(page.Locator("body")).ToContainTextAsync(screen.Shows);
            await Browser.KeepAsync(page, $"{screen.Page}/{screen.State.Replace(' ', '/')}", width);
            (await Axe.ViolationsAsync(page)).Should().BeEmpty($"{name} at {width}");
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().BeLessThanOrEqualTo(0, $"{name} at {width} has no horizontal scroll");
            (await house.WeightAsync(page)).Should().BeLessThan(MostKiB, "KiB of script and style, compressed");
            house.Complaints.Where(c => !IsOfTheAnswer(c)).Should().BeEmpty(name);
        }
    }

    /// <summary>Chromium complains of every page that is answered as not found, refused or failed; a script or a style that were not there would leave the board dead, and Problem pages are asked for as such.</summary>
    private static bool IsOfTheAnswer(string complaint) => complaint.StartsWith("Failed to load resource: the server responded with a status of ", StringComparison.Ordinal);

    [BrowserFact]
    public async Task Every_page_of_the_running_server_is_among_them()
    {
        var pages = (await Door.AllAsync(house[Place.SignIn].App)).Where(d => d is { IsPage: true, Method: "GET" }).Select(d => d.Route).Except(PartsOfPages);
        AllScreens.List.Select(s => s.Page).Distinct().Should().BeEquivalentTo(pages, "a page that is new needs its screens in AllScreens");
        AllScreens.List.Select(s => s.Name).Should().OnlyHaveUniqueItems();
    }

    /// <summary>For whoever wants to look at them: <c>JOURNEY_WRITE=screens</c> writes the page anew.</summary>
    [Fact]
    public void The_list_of_them_is_written_down()
    {
        var (file, list) = (Path.Combine(Browser.Root(), "docs", "screens.md"), AllScreens.InWords());
        if (Environment.GetEnvironmentVariable("JOURNEY_WRITE") == "screens") File.WriteAllText(file, list);
        File.ReadAllText(file).Should().Be(list);
    }
}
