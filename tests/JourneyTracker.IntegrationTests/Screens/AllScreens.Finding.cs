using Microsoft.Playwright;

namespace JourneyTracker.IntegrationTests.Screens;

/// <content>Finding a woman, opening, joining and parting journeys.</content>
internal static partial class AllScreens
{
    private static IEnumerable<Screen> Finding =>
    [
        new("/find", "asked", "Look for her first"),
        new("/find", "found", "2 women found") { Reach = page => LookForAsync(page, "oriel") },
        new("/find", "nobody found", "Nobody found") { Reach = page => LookForAsync(page, "zzyzx") },
        new("/find", "nothing typed", Wrong) { Reach = SendAsync },
        new("/find", "over", "A search is kept for half an hour.") { At = _ => "/find?for=over" },
        new("/journeys/open", "asked", "Give what you know") ,
        new("/journeys/open", "nothing said", Wrong) { Reach = SendAsync },
        new("/journeys/open", "perhaps one of these", "Is it one of these?") { Reach = OpenOrielAsync },
        new("/duplicates", "two", "Oriel Fictional-Sample"),
        new("/duplicates", "none", "No two journeys look like one woman's.") { On = Place.Empty },
        new("/journeys/{id}/merge", "which", "Which other journey is hers?") { At = w => $"/journeys/{w.Doubles.First}/merge" },
        new("/journeys/{id}/merge", "no such journey", "Enter the reference of another journey") { At = w => $"/journeys/{w.Doubles.First}/merge?with=W-000000" },
        new("/journeys/{id}/merge", "both", "Are these one woman's?") { At = w => $"/journeys/{w.Doubles.First}/merge?with={w.Doubles.Second}" },
        new("/journeys/{id}/merge", "nothing chosen", Wrong) { At = w => $"/journeys/{w.Doubles.First}/merge?with={w.Doubles.Second}", Reach = SendAsync },
        new("/journeys/{id}/unmerge", "asked", "Part the journeys again") { At = w => $"/journeys/{w.Joined.Merged}/unmerge" },
        new("/journeys/{id}/unmerge", "nothing chosen", Wrong) { At = w => $"/journeys/{w.Joined.Merged}/unmerge", Reach = SendAsync },
        new("/journeys/{id}/unmerge", "not joined", "This journey is not read as part of another.") { At = w => $"/journeys/{w.Quiet}/unmerge" },
        new("/data-quality", "some", "to look at"),
        new("/data-quality", "nothing", "Everything fits together") { On = Place.Empty },
    ];

    private static async Task LookForAsync(IPage page, string name)
    {
        await page.Locator("#typed").FillAsync(name);
        await SendAsync(page);
    }

    private static async Task OpenOrielAsync(IPage page)
    {
        await page.Locator("#name").FillAsync("Oriel Fictional-Sample");
        await SendAsync(page);
    }
}
