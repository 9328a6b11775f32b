using static Microsoft.Playwright.Assertions;

namespace JourneyTracker.IntegrationTests.Screens;

/// <content>The board and what hangs on it, and Today.</content>
internal static partial class AllScreens
{
    private static IEnumerable<Screen> Boards =>
    [
        new("/board", "live with news", "women moved since you looked") { Reach = page => Expect(page.Locator("#connection")).ToContainTextAsync("Connected") },
        new("/board", "filter that shows nobody", "Nobody on this board fits these filters.") { At = _ => "/board?area=E23000013" },
        new("/board", "filter opened", "Filter the board") { Reach = page => page.GetByText("Filter the board").ClickAsync() },
        new("/board", "looked for by name", "1 woman") { Reach = page => page.Locator("#find-text").FillAsync("busy") },
        new("/board", "unknown area", "There is no police force area") { At = _ => "/board?area=nowhere" },
        new("/board", "nobody yet", "Nobody is on this board yet") { On = Place.Empty },
        new("/board", "forbidden", Forbidden) { As = "eva" },
        new("/board/changes", "who moved", "Nobody is named as her worker."),
        new("/board/changes", "not looked before", "You have not looked at this board before") { As = "aud" },
        new("/board/history", "four weeks", "Each line is drawn to its own scale") { At = _ => "/board/history?days=28" },
        new("/board/history", "nobody yet", "Women by stage") { On = Place.Empty },
        new("/board/kept", "one kept", "Those of one area"),
        new("/board/kept", "none kept", "You keep no filter yet") { As = "aud" },
        new("/board/kept", "no name", "Enter a name for this filter") { At = _ => "/board/kept?area=E23000007", Reach = SendAsync },
        new("/board/wall", "numbers", "Numbers of 1 to 5 are not told"),
        new("/board/wall", "before the first numbers", "A wall screen never shows this moment") { On = Place.Empty },
        new("/today", "to do", "Fictional Release-Sample A"),
        new("/today", "snoozed", "Fictional Release-Sample B") { At = _ => "/today?show=snoozed" },
        new("/today", "done", "Fictional Release-Sample C") { At = _ => "/today?show=done" },
        new("/today", "nobody", "Nobody needs someone today that is known here.") { On = Place.Empty },
        new("/today", "a practitioner's, nobody", "See the rest of your agency's women") { As = "hal" },
        new("/today", "forbidden", Forbidden) { As = "eva" },
        new("/journeys/{id}/today", "snooze", "Show it again on") { At = w => $"/journeys/{w.Releasing}/today?key={w.ReleasingKey}" },
        new("/journeys/{id}/today", "nothing said", "Say why it can wait") { At = w => $"/journeys/{w.Releasing}/today?key={w.ReleasingKey}", Reach = SendAsync },
        new("/journeys/{id}/today", "gone", "There is nothing to do here any more") { At = w => $"/journeys/{w.Releasing}/today?key=gone" },
    ];
}
