namespace JourneyTracker.Outcomes.Statistics.Scores;

/// <summary>
/// How often a rule scores a woman to whom it happened above one to whom it did not; ties count half. 0.5 is chance.
/// Standard error after DeLong, DeLong and Clarke-Pearson (1988), by midranks (Sun and Xu 2014), as R's pROC.
/// </summary>
/// <param name="Events">Women to whom it happened.</param>
/// <param name="NonEvents">Women to whom it did not.</param>
/// <param name="StandardError">Null with fewer than two of either.</param>
public sealed record AreaUnderCurve(int Events, int NonEvents, double Area, double? StandardError)
{
    /// <summary>Null when it happened to everybody or to nobody.</summary>
    public static AreaUnderCurve? Of(IEnumerable<ScoredOutcome> outcomes)
    {
        var byOutcome = outcomes.ToLookup(o => o.Happened, o => o.Score);
        double[] yes = [.. byOutcome[true].Order()], no = [.. byOutcome[false].Order()];
        if (yes.Length == 0 || no.Length == 0) return null;
        var beaten = Placements(yes, no);
        var notBeaten = Placements(no, yes);
        var area = beaten.Average();
        double? error = yes.Length < 2 || no.Length < 2 ? null : Math.Sqrt((Variance(beaten) / yes.Length) + (Variance(notBeaten) / no.Length));
        return new(yes.Length, no.Length, area, error);
    }

    /// <summary>Within 0 and 1.</summary>
    public Interval? Interval(double z = Statistics.Interval.Z95) => StandardError is { } error ? Statistics.Interval.Around(Area, error, z).Within(0, 1) : null;

    /// <summary>For each score the share of the others below it, ties counting half. Both in order.</summary>
    private static double[] Placements(double[] scores, double[] others)
    {
        var (below, upTo) = (0, 0);
        return [.. scores.Select(score =>
        {
            while (below < others.Length && others[below] < score) below++;
            while (upTo < others.Length && others[upTo] <= score) upTo++;
            return (below + upTo) / 2.0 / others.Length;
        })];
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }
}
