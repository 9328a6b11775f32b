using Microsoft.Playwright;

namespace JourneyTracker.IntegrationTests.Screens;

/// <content>Support on licence and recall.</content>
internal static partial class AllScreens
{
    private static IEnumerable<Screen> Recalls =>
    [
        new("/journeys/{id}/recall", "not considered", "Nobody is considering a recall.") { As = "po", At = w => $"/journeys/{w.OnLicence}/recall" },
        new("/journeys/{id}/recall", "proposed", "It is not decided before two colleagues have countersigned it.") { As = "po", At = w => $"/journeys/{w.Proposed}/recall" },
        new("/journeys/{id}/recall", "to be countersigned", "You are asked to countersign.") { As = "spo", At = w => $"/journeys/{w.Proposed}/recall" },
        new("/journeys/{id}/recall", "decided", "She is to be recalled.") { As = "po", At = w => $"/journeys/{w.Decided}/recall" },
        new("/journeys/{id}/recall", "recalled", "Nobody has recorded that the recall was explained to her.") { As = "po", At = w => $"/journeys/{w.Recalled}/recall" },
        new("/journeys/{id}/recall", "not recalled", "She is not recalled.") { As = "po", At = w => $"/journeys/{w.NotRecalled}/recall" },
        new("/journeys/{id}/recall", "an auditor's", "What is considered and decided") { As = "aud", At = w => $"/journeys/{w.Recalled}/recall" },
        new("/journeys/{id}/recall", "forbidden", Forbidden) { At = w => $"/journeys/{w.Recalled}/recall" },
        new("/journeys/{id}/recall/consider", "asked", "Consider a recall") { As = "po", At = w => $"/journeys/{w.OnLicence}/recall/consider" },
        new("/journeys/{id}/recall/consider", "no reason", Wrong) { As = "po", At = w => $"/journeys/{w.OnLicence}/recall/consider", Reach = page => DecideAsync(page, "no-recall") },
        new("/journeys/{id}/recall/consider", "check", "Check what will be recorded") { As = "po", At = w => $"/journeys/{w.OnLicence}/recall/consider", Reach = page => DecideAsync(page, "not-decided") },
        new("/journeys/{id}/recall/countersign", "asked", "Countersign that she is recalled") { As = "spo", At = w => $"/journeys/{w.Proposed}/recall/countersign" },
        new("/journeys/{id}/recall/countersign", "nothing chosen", Wrong) { As = "spo", At = w => $"/journeys/{w.Proposed}/recall/countersign", Reach = SendAsync },
        new("/journeys/{id}/recall/record", "asked", "Record the recall") { As = "po", At = w => $"/journeys/{w.Decided}/recall/record" },
        new("/journeys/{id}/recall/record", "nothing chosen", Wrong) { As = "po", At = w => $"/journeys/{w.Decided}/recall/record", Reach = SendAsync },
        new("/journeys/{id}/recall/explained", "asked", "It is recorded as explained today, by you.") { As = "po", At = w => $"/journeys/{w.Recalled}/recall/explained" },
        new("/journeys/{id}/recall/explained", "nothing chosen", Wrong) { As = "po", At = w => $"/journeys/{w.Recalled}/recall/explained", Reach = SendAsync },
        new("/journeys/{id}/recall/letter", "recalled", "You have been recalled to prison") { As = "po", At = w => $"/journeys/{w.Recalled}/recall/letter" },
        new("/journeys/{id}/recall/letter", "not recalled", "You have not been recalled to prison") { As = "po", At = w => $"/journeys/{w.NotRecalled}/recall/letter" },
        new("/journeys/{id}/gone-well", "asked", "What has gone well?") { As = "kit", At = w => $"/journeys/{w.Proposed}/gone-well" },
        new("/journeys/{id}/gone-well", "nothing said", Wrong) { As = "kit", At = w => $"/journeys/{w.Proposed}/gone-well", Reach = SendAsync },
    ];

    private static async Task DecideAsync(IPage page, string decision)
    {
        await page.Locator($"[name=decision][value={decision}]").CheckAsync();
        await SendAsync(page);
    }
}
