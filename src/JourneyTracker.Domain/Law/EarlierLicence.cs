using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Law;

/// <summary>When the licence ends before the sentence does (ENG-01).</summary>
internal static class EarlierLicence
{
    private const string Rule = "ENG-01";

    /// <summary>Null when the licence ends with the sentence.</summary>
    public static LegalDate? Of(Custody custody, ServedTerm term, ReleasePoint point)
    {
        if (!Applies(custody, term)) return null;
        var credits = custody.Credits;
        var fraction = Fraction.Parse(LawBook.Rule(Rule).Parameters["fraction"]);
        var beyond = custody.Recall is null ? Math.Max(0, credits.Deducted - point.Served.Total) : 0;
        var working = new Working();
        working.Say(Rule, $"The licence ends when {fraction.Words} of {Working.Days(term.Days)} have passed: {Working.Days(fraction.OfDays(term.Days))}.");
        Dated.Credit(credits, credits.AtLargeInCustody, working);
        if (beyond > 0) working.Say(Rule, $"{Working.Days(beyond)} credited beyond the day of release are not taken off it.");
        return Dated.Finish(DateKind.LicenceEnd, term.Start.AddDays(fraction.OfDays(term.Days) - 1 + beyond + credits.AtLargeInCustody - credits.Deducted), working);
    }

    private static bool Applies(Custody custody, ServedTerm term) =>
        custody.Sentences.All(s => s.On < LawOfDay.FirstDayOf("LIC-01") && s.OffenceOn < LawOfDay.FirstDayOf("REL-01"))
        && !term.IsShorterThan(new Term(LawOfDay.Figure(Rule, "from-years")))
        && term.IsShorterThan(new Term(LawOfDay.Figure(Rule, "below-years")));
}
