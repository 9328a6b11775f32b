using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Law;

/// <summary>When she may first be released on home detention curfew.</summary>
internal sealed class CurfewDates
{
    /// <summary>One longest period and the formula that goes with it.</summary>
    private sealed record Period(string RuleId, int LongestDays, int HalfBelow, int BeforeRelease, bool FromItsDay, string FormulaRule);

    private static readonly IReadOnlyList<Period> Periods = [.. LawRow.Table("home_detention").Select(r => new Period(
        r["rule_id"], r.Whole("longest_days")!.Value, r.Whole("half_below_days")!.Value, r.Whole("days_before_release")!.Value, r.Says("from_its_day", "yes"), r["formula_rule"]))];

    private readonly Custody custody;
    private readonly ServedTerm term;
    private readonly LawOfDay law;
    private readonly Working working = new();

    private CurfewDates(Custody custody, ServedTerm term, LawOfDay law) => (this.custody, this.term, this.law) = (custody, term, law);

    public static IEnumerable<LegalDate> Of(Custody custody, ServedTerm term, LawOfDay law, ReleasePoint point, DateOnly released, Working remarks)
    {
        if (WhyNot(custody, term, law, released) is { } none)
        {
            remarks.Say(none.RuleId, $"No home detention curfew: {none.Words}.");
            return [];
        }

        var curfew = new CurfewDates(custody, term, law);
        if (curfew.Date(point) is not { } date)
        {
            remarks.Say("HDC-01", $"No home detention curfew: less than {LawOfDay.Figure("HDC-01", "custody-days")} days are to be served.");
            return [];
        }

        // Release is bound by the end of the sentence, and its point is not.
        var unused = Math.Clamp(point.Date.DayNumber - released.DayNumber, 0, custody.Credits.Added);
        date = date.AddDays(custody.Credits.Added - unused);
        if (unused > 0) curfew.working.Say("ENG-02", $"Of the days awarded, {Working.Days(unused)} cannot be served before the sentence ends and do not count.");
        if (custody.Credits.Added > unused) curfew.working.Say("DAY-11", $"{Working.Days(custody.Credits.Added - unused)} awarded are added: {Working.Day(date)}.");
        if (!law.Knows("HDC-10") || custody.Sentences.All(s => s.Section250)) return [Dated.Finish(DateKind.CurfewEligibility, date, curfew.working)];
        if (date >= LawOfDay.FirstDayOf("HDC-10"))
        {
            remarks.Say("HDC-10", $"No home detention curfew: it would be {Working.Day(date)}, and for adults it ended on {Working.Day(LawOfDay.FirstDayOf("HDC-10"))}.");
            return [];
        }

        if (point.IsUnderProgression) curfew.working.Say("JT-04", "It fell before curfew ended for adults and is worked out from the release date before the progression model.");
        return [Dated.Finish(DateKind.CurfewEligibility, date, curfew.working)];
    }

    private static (string RuleId, string Words)? WhyNot(Custody custody, ServedTerm term, LawOfDay law, DateOnly released)
    {
        if (custody.Sentences.Any(s => s.Plus)) return ("HDC-08", "a sentence is SDS+");
        if (custody.Recall is not null) return ("HDC-08", "she has been recalled");
        if (custody.CurfewBarred) return ("HDC-08", "she is excluded from it");
        var years = LawOfDay.Figure("HDC-09", "years");
        if (!law.Knows("HDC-09") && !term.IsShorterThan(new Term(years))) return ("HDC-09", $"the sentence is {years} years or more");
        return released < term.Start.AddDays(LawOfDay.Figure("HDC-07", "days")) ? ("HDC-07", "release comes within 14 days of the sentence") : null;
    }

    /// <summary>Without added days; null when too little is to be served.</summary>
    private DateOnly? Date(ReleasePoint point)
    {
        if (point.CurfewBefore is not { } before) return Under(point.Curfew);
        if (Under(before.Fractions) is { } old)
        {
            var stands = old <= before.Tranche;
            working.Say("JT-01", $"By the release point before the change it is {Working.Day(old)}, {(stands ? "on or before" : "after")} the tranche day {Working.Day(before.Tranche)}{(stands ? ", and stands" : ": the new release point counts")}.");
            if (stands) return old;
        }

        var date = Under(point.Curfew);
        if (date >= before.Tranche || date is null) return date;
        working.Say("JT-01", $"It is not before the tranche day {Working.Day(before.Tranche)}.");
        return before.Tranche;
    }

    private DateOnly? Under(IReadOnlyList<Fraction> fractions)
    {
        var served = term.Serve(fractions);
        if (served.IsBelow(LawOfDay.Figure("HDC-01", "custody-days"))) return null;
        DateOnly? date = null;
        foreach (var period in Known())
        {
            var first = LawOfDay.FirstDayOf(period.RuleId);
            if (period.FromItsDay && date < first)
            {
                working.Say(period.RuleId, $"{Working.Day(date.Value)} is before {Working.Day(first)}, and stands.");
                break;
            }

            var own = Formula(served, period);
            date = period.FromItsDay && own < first ? first : own;
            working.Say(period.RuleId, $"Under a longest period of {period.LongestDays} days: {Working.Day(date.Value)}.");
        }

        return date;
    }

    /// <summary>The latest period that took the place of all before it, and those that count only from their day.</summary>
    private IEnumerable<Period> Known()
    {
        var known = Periods.Where(p => law.Knows(p.RuleId) || p == Periods[0]).ToList();
        return known.Skip(known.FindLastIndex(p => !p.FromItsDay));
    }

    private DateOnly Formula(ServedDays served, Period period)
    {
        var least = LawOfDay.Figure("HDC-05", "least-days");
        var isShort = served.IsBelow(period.HalfBelow);
        var after = isShort ? Math.Max(least, served.Half) : served.Total - 1 - period.BeforeRelease;
        working.Say(isShort && period.FormulaRule == "HDC-06" ? "HDC-05" : period.FormulaRule, isShort
            ? $"{served.Words}; half of it, at least {least} days, counts from the day of sentence: {Working.Days(after)}."
            : $"{served.Words}; the release date less {Working.Days(period.BeforeRelease)}.");
        Dated.Credit(custody.Credits, custody.Credits.AtLargeInCustody, working);
        var date = term.Start.AddDays(after - custody.Credits.Deducted);
        var earliest = term.Start.AddDays(LawOfDay.Figure("HDC-07", "days"));
        if (date < earliest)
        {
            working.Say("HDC-07", $"Not before {Working.Day(earliest)}, 14 days after the sentence.");
            if (custody.Credits.AtLargeInCustody + custody.Credits.Added > 0) working.Say("JT-02", "Days at large and added days count after that.");
            date = earliest;
        }

        return date.AddDays(custody.Credits.AtLargeInCustody);
    }
}
