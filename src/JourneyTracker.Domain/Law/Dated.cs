namespace JourneyTracker.Domain.Law;

/// <summary>Steps that every date shares.</summary>
internal static class Dated
{
    /// <summary>Closes a date's working; it moves to a working day where its kind does.</summary>
    public static LegalDate Finish(DateKind kind, DateOnly calculated, Working working)
    {
        var actual = kind.MovesToWorkingDay ? WorkingDays.OnOrBefore(calculated) : calculated;
        if (kind.MovesToWorkingDay && WorkingDays.DoubtAbout(calculated, actual) is { } doubt)
            working.Say("DAY-14", $"Weekends and bank holidays: {doubt}.");
        if (actual != calculated) working.Say("REL-16", $"{Working.Day(calculated)} is no working day: it is done on {Working.Day(actual)}.");
        return new LegalDate(kind, calculated, actual, working.Steps);
    }

    public static void Credit(DayCredits credits, int atLarge, Working working)
    {
        if (credits.Remand > 0) working.Say("DAY-08", $"{Working.Days(credits.Remand)} on remand come off.");
        if (credits.TaggedBail > 0) working.Say("DAY-08", $"{Working.Days(credits.TaggedBail)} credited for tagged bail come off.");
        if (atLarge > 0) working.Say("DAY-10", $"{Working.Days(atLarge)} unlawfully at large are added.");
    }
}
