using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Law;

/// <summary>A sentence, or several end to end, laid on the calendar without any credits.</summary>
internal sealed class ServedTerm(Custody custody)
{
    public DateOnly Start { get; } = custody.First.On;

    /// <summary>The last day of the whole term; that day counts.</summary>
    public DateOnly LastDay { get; } = LastDayOf(custody.First.On, custody.Sentences.Select(s => s.Length));

    /// <summary>Both days counted (DAY-01).</summary>
    public int Days => LastDay.DayNumber - Start.DayNumber + 1;

    public bool IsShorterThan(Term term) => LastDay < term.LastDay(Start);

    /// <summary>The days of each part to serve: neighbours of one fraction are one group, rounded up once (DAY-05, DAY-07).</summary>
    public ServedDays Serve(IReadOnlyList<Fraction> fractions)
    {
        var parts = new List<(Fraction Fraction, int Days)>();
        var next = Start;
        foreach (var fraction in fractions.Distinct())
        {
            var own = custody.Sentences.Where((_, i) => fractions[i] == fraction).Select(s => s.Length);
            var days = LastDayOf(next, own).DayNumber - next.DayNumber + 1;
            parts.Add((fraction, days));
            next = next.AddDays(fraction.OfDays(days));
        }

        return new ServedDays(parts);
    }

    /// <summary>Lays terms end to end: neighbouring years and months are one part, neighbouring weeks and days another (DAY-04).</summary>
    public static DateOnly LastDayOf(DateOnly start, IEnumerable<Term> terms)
    {
        var parts = new List<Term>();
        foreach (var part in terms.SelectMany(PartsOf))
        {
            if (parts.Count > 0 && IsCalendar(parts[^1]) == IsCalendar(part)) parts[^1] = Sum(parts[^1], part);
            else parts.Add(part);
        }

        var last = start.AddDays(-1);
        foreach (var part in parts) last = part.LastDay(last.AddDays(1));
        return last;
    }

    private static IEnumerable<Term> PartsOf(Term term)
    {
        if (term.Years + term.Months > 0) yield return new Term(term.Years, term.Months);
        if (term.Weeks + term.Days > 0) yield return new Term(0, 0, term.Weeks, term.Days);
    }

    private static bool IsCalendar(Term part) => part.Years + part.Months > 0;

    private static Term Sum(Term a, Term b) => new(a.Years + b.Years, a.Months + b.Months, a.Weeks + b.Weeks, a.Days + b.Days);
}

/// <summary>Days to serve before release, part by part.</summary>
internal sealed record ServedDays(IReadOnlyList<(Fraction Fraction, int Days)> Parts)
{
    public int Total => Parts.Sum(p => p.Fraction.OfDays(p.Days));

    /// <summary>Half of it, rounded up; exact where there is one part, from whole days where there are several.</summary>
    public int Half => Parts is [var only] ? only.Fraction.HalfOfDays(only.Days) : (Total + 1) / 2;

    public bool IsBelow(int limit) => Parts is [var only] ? only.Fraction.IsBelow(only.Days, limit) : Total < limit;

    public string Words => string.Join(", then ", Parts.Select(p => $"{p.Fraction.Words} of {Working.Days(p.Days)} is {Working.Days(p.Fraction.OfDays(p.Days))}"));
}
