namespace JourneyTracker.IntegrationTests.Screens;

/// <content>Her journey, its replay, and who may see it.</content>
internal static partial class AllScreens
{
    private static IEnumerable<Screen> Journeys =>
    [
        new("/journeys/{id}", "everything on record", "Fictional Busy-Sample") { At = w => $"/journeys/{w.Busy}" },
        new("/journeys/{id}", "hardly anything on record", "Fictional Quiet-Sample") { At = w => $"/journeys/{w.Quiet}" },
        new("/journeys/{id}", "a police officer's", "Timeline") { As = "pc", At = w => $"/journeys/{w.Busy}" },
        new("/journeys/{id}", "a keyworker's, asked what has gone well", "asks what has gone well") { As = "kit", At = w => $"/journeys/{w.Proposed}" },
        new("/journeys/{id}", "a responsible officer's", "Support on licence") { As = "po", At = w => $"/journeys/{w.OnLicence}" },
        new("/journeys/{id}", "another moment", "from what was recorded by") { At = w => $"/journeys/{w.Busy}?asAt=2026-03-02" },
        new("/journeys/{id}", "no such moment", Wrong) { At = w => $"/journeys/{w.Busy}?asAt=x&knownAt=y" },
        new("/journeys/{id}", "joined with another", "which were found to be hers") { At = w => $"/journeys/{w.Joined.Survivor}" },
        new("/journeys/{id}", "read as part of another", "See her journey") { At = w => $"/journeys/{w.Joined.Merged}" },
        new("/journeys/{id}", "limited to others", NotFound) { At = w => $"/journeys/{w.Limited}" },
        new("/journeys/{id}/emergency", "asked", "Who would come to harm otherwise?") { As = "pc", At = w => $"/journeys/{w.Quiet}/emergency" },
        new("/journeys/{id}/emergency", "no reason", Wrong) { As = "pc", At = w => $"/journeys/{w.Quiet}/emergency", Reach = SendAsync },
        new("/journeys/{id}/emergency", "forbidden", Forbidden) { As = "aud", At = w => $"/journeys/{w.Quiet}/emergency" },
        new("/journeys/{id}/known-to-me", "asked", "You cannot undo it yourself.") { At = w => $"/journeys/{w.Quiet}/known-to-me" },
        new("/journeys/{id}/known-to-me", "said", "You no longer see her record") { As = "hal", At = w => $"/journeys/{w.KnownToNobodyYet()}/known-to-me", Reach = SendAsync },
        new("/journeys/{id}/passport", "asked", "What does she want in it?") { At = w => $"/journeys/{w.Busy}/passport" },
        new("/journeys/{id}/passport", "nothing chosen", Wrong) { At = w => $"/journeys/{w.Busy}/passport?made=true" },
        new("/journeys/{id}/passport", "a sheet", "My plan") { At = w => $"/journeys/{w.Busy}/passport?made=true&on=paper&part=Name&part=Meeting&part=Plan&part=Support&part=Services&part=Dates&part=Conditions" },
        new("/journeys/{id}/passport", "not on paper", "She did not want it on paper") { At = w => $"/journeys/{w.Busy}/passport?made=true&on=screen&part=Plan" },
        new("/journeys/{id}/passport", "forbidden", Forbidden) { As = "aud", At = w => $"/journeys/{w.Quiet}/passport" },
        new("/journeys/{id}/replay", "the last fact", "Fact ") { At = w => $"/journeys/{w.Busy}/replay" },
        new("/journeys/{id}/replay", "an earlier day", "Fact ") { At = w => $"/journeys/{w.Busy}/replay?asAt=2026-03-01" },
        new("/journeys/{id}/replay", "no such moment", Wrong) { At = w => $"/journeys/{w.Busy}/replay?asAt=x" },
        new("/journeys/{id}/replay", "for print", "Replay of a journey") { At = w => $"/journeys/{w.Busy}/replay?print=1" },
        new("/journeys/{id}/replay/difference", "two moments", "What is different between two moments") { At = w => $"/journeys/{w.Busy}/replay/difference?fromAsAt=2026-02-01" },
        new("/journeys/{id}/replay/difference", "no such moment", Wrong) { At = w => $"/journeys/{w.Busy}/replay/difference?fromKnownAt=x" },
        new("/journeys/{id}/replay/difference", "for print", "Difference between two moments of a journey") { At = w => $"/journeys/{w.Busy}/replay/difference?fromAsAt=2026-02-01&print=1" },
        new("/journeys/{id}/replay/sight", "a day", "and who did") { As = "aud", At = w => $"/journeys/{w.Quiet}/replay/sight" },
        new("/journeys/{id}/replay/sight", "no such day", Wrong) { As = "aud", At = w => $"/journeys/{w.Quiet}/replay/sight?day=x" },
        new("/journeys/{id}/replay/sight", "for print", "could see") { As = "aud", At = w => $"/journeys/{w.Quiet}/replay/sight?print=1" },
        new("/journeys/{id}/replay/sight", "forbidden", Forbidden) { At = w => $"/journeys/{w.Quiet}/replay/sight" },
    ];
}
