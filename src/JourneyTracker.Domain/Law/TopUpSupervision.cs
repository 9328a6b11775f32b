using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Law;

/// <summary>When post-sentence supervision ends, in a law that has it.</summary>
internal static class TopUpSupervision
{
    public static IEnumerable<LegalDate> Of(Custody custody, ServedTerm term, LawOfDay law, ReleasePoint point, DateOnly ends, Working remarks)
    {
        if (!Applies(custody, term, law, point)) yield break;
        var months = LawOfDay.Figure("DAY-15", "months");
        var from = point.BeforeTranche < term.Start ? term.Start : point.BeforeTranche;
        var date = from.AddMonths(months).AddDays(custody.Credits.AtLargeAfterRelease);
        var repealed = LawOfDay.FirstDayOf("PSS-02");
        if (law.Knows("PSS-02") && date >= repealed)
        {
            remarks.Say("PSS-02", ends.AddDays(1) >= repealed
                ? $"No supervision follows the sentence: it was repealed on {Working.Day(repealed)}."
                : $"Supervision began when the sentence ended and ended for everyone when it was repealed on {Working.Day(repealed)}.");
            yield break;
        }

        var working = new Working();
        working.Say("PSS-01", "More than 1 day and less than 2 years, less than 12 months on licence: supervision follows until 12 months after release.");
        if (custody.AgeAtRelease is null) working.Say("JT-12", "Her age is not recorded; she is taken as 18 or over on release.");
        if (point.WithoutAdded != point.BeforeTranche) working.Say("JT-03", "The 12 months count from the release date before a tranche day moved it.");
        working.Say("DAY-15", $"{months} months from {Working.Day(from)}, the release date without added days{(custody.Credits.AtLargeAfterRelease > 0 ? $", and {Working.Days(custody.Credits.AtLargeAfterRelease)} at large after release" : "")}: {Working.Day(date)}.");
        yield return Dated.Finish(DateKind.TopUpSupervisionEnd, date, working);
    }

    private static bool Applies(Custody custody, ServedTerm term, LawOfDay law, ReleasePoint point)
    {
        var began = LawOfDay.FirstDayOf("PSS-01");
        return law.Knows("PSS-01")
            && custody.Sentences.Any(s => s.OffenceOn is null || s.OffenceOn >= began)
            && term.IsShorterThan(new Term(LawOfDay.Figure("PSS-01", "below-years")))
            && term.Days - point.Served.Total < LawOfDay.Figure("PSS-01", "licence-below-days")
            && !custody.IsUnder18AtRelease;
    }
}
