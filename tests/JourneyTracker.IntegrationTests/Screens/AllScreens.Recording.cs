using Microsoft.Playwright;

namespace JourneyTracker.IntegrationTests.Screens;

/// <content>Recording, correcting and withdrawing.</content>
internal static partial class AllScreens
{
    private static IEnumerable<Screen> Recording =>
    [
        new("/record", "a draft", "Only you can open them."),
        new("/record", "no draft", "You have none.") { As = "hal" },
        new("/record", "forbidden", Forbidden) { As = "aud" },
        new("/journeys/{id}/record", "choose", "Most used") { At = w => $"/journeys/{w.Quiet}/record" },
        new("/journeys/{id}/record", "safe contact known", "Safe to reach her") { At = w => $"/journeys/{w.Busy}/record" },
        new("/journeys/{id}/record", "limited to others", NotFound) { At = w => $"/journeys/{w.Limited}/record" },
        new("/journeys/{id}/record/{kind}", "quick", "It changes no stage, no matter and no date.") { At = w => $"/journeys/{w.Quiet}/record/appointment-kept.v1" },
        new("/journeys/{id}/record/{kind}", "a draft", "This is your draft of") { At = w => $"/journeys/{w.Quiet}/record/contact.v1" },
        new("/journeys/{id}/record/{kind}", "long", "Circumstances talked over") { At = w => $"/journeys/{w.Quiet}/record/circumstances-recorded.v1" },
        new("/journeys/{id}/record/{kind}", "wrong day", Wrong) { As = "po", At = w => $"/journeys/{w.Quiet}/record/appointment-kept.v1", Reach = WrongDayAsync },
        new("/journeys/{id}/record/{kind}/check", "check", "Check before you record it") { As = "po", At = w => $"/journeys/{w.Quiet}/record/arrested.v1", Reach = SendAsync },
        new("/journeys/{id}/facts/{fact}/correct", "correct", "Correct:") { At = w => $"/journeys/{w.Quiet}/facts/{w.Kept}/correct" },
        new("/journeys/{id}/facts/{fact}/correct", "no reason", Wrong) { At = w => $"/journeys/{w.Quiet}/facts/{w.Kept}/correct", Reach = SendAsync },
        new("/journeys/{id}/facts/{fact}/correct", "withdrawn", "It cannot be corrected") { At = w => $"/journeys/{w.Quiet}/facts/{w.Withdrawn}/correct" },
        new("/journeys/{id}/facts/{fact}/correct/check", "check", "Check before you record it") { At = w => $"/journeys/{w.Quiet}/facts/{w.Kept}/correct", Reach = CorrectAsync },
        new("/journeys/{id}/facts/{fact}/withdraw", "withdraw", "Withdraw what should not have been recorded at all.") { At = w => $"/journeys/{w.Quiet}/facts/{w.Kept}/withdraw" },
        new("/journeys/{id}/facts/{fact}/withdraw", "no reason", "Choose why it is withdrawn") { At = w => $"/journeys/{w.Quiet}/facts/{w.Kept}/withdraw", Reach = SendAsync },
        new("/journeys/{id}/facts/{fact}/withdraw", "withdrawn", "It is withdrawn already.") { At = w => $"/journeys/{w.Quiet}/facts/{w.Withdrawn}/withdraw" },
    ];

    private static async Task WrongDayAsync(IPage page)
    {
        await page.Locator("[name='happenedOn.day']").FillAsync("45");
        await SendAsync(page);
    }

    private static async Task CorrectAsync(IPage page)
    {
        await page.Locator("[name='correction.why'][value='wrong-day']").CheckAsync();
        await page.Locator("[name='happenedOn.day']").FillAsync("1");
        await page.Locator("[name='happenedOn.month']").FillAsync("1");
        await SendAsync(page);
    }
}
