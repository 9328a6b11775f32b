namespace JourneyTracker.Domain.Law;

/// <summary>A day on which a change of the law reaches people already serving, by the length of the whole sentence.</summary>
/// <param name="BelowYears">Only sentences shorter than so many years; null for any.</param>
/// <param name="MostDays">Only sentences of at most so many days; null for any.</param>
public sealed record Tranche(string Scheme, int Number, int? BelowYears, int? MostDays, DateOnly On, string Note, string Source, string Confidence)
{
    public static IReadOnlyList<Tranche> All { get; } =
        [.. LawRow.Table("tranches").Select(r => new Tranche(
            r["scheme"], r.Whole("tranche")!.Value, r.Whole("below_years"), r.Whole("most_days"), r.Day("date")!.Value, r["note"], r["source"], r["confidence"]))];

    /// <summary>The first tranche of the scheme into which a sentence of that length falls; both days count.</summary>
    internal static Tranche Of(string scheme, DateOnly start, DateOnly lastDay) => All.First(t =>
        t.Scheme == scheme
        && (t.BelowYears is not { } years || lastDay < new Time.Term(years).LastDay(start))
        && (t.MostDays is not { } most || lastDay.DayNumber - start.DayNumber + 1 <= most));
}
