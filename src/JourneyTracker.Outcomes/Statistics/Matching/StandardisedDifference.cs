namespace JourneyTracker.Outcomes.Statistics.Matching;

/// <summary>
/// The standardised mean difference of one covariate, treated less controls, divided by the pooled standard deviation before matching, sqrt((s1² + s0²) / 2) (Austin 2011);
/// the same divisor after matching, so that a smaller number means nearer and not wider spread. Beyond 0.1 either way is commonly called imbalance.
/// </summary>
/// <param name="Before">Null when the covariate does not vary.</param>
/// <param name="After">Null when there are no pairs, or the covariate does not vary.</param>
public sealed record StandardisedDifference(string Covariate, double? Before, double? After)
{
    internal static StandardisedDifference Of(string covariate, IReadOnlyCollection<MatchCandidate> all, IReadOnlyCollection<MatchCandidate> matched, Func<MatchCandidate, double> value)
    {
        var spread = PooledDeviation(all, value);
        return new(covariate, Difference(all, value) / spread, Difference(matched, value) / spread);
    }

    /// <summary>Null when it does not vary within either group.</summary>
    internal static double? PooledDeviation(IEnumerable<MatchCandidate> candidates, Func<MatchCandidate, double> value)
    {
        var groups = candidates.ToLookup(c => c.Treated, value);
        var pooled = Math.Sqrt((Variance([.. groups[true]]) + Variance([.. groups[false]])) / 2);
        return pooled > 0 ? pooled : null;
    }

    private static double? Difference(IEnumerable<MatchCandidate> candidates, Func<MatchCandidate, double> value)
    {
        var groups = candidates.ToLookup(c => c.Treated, value);
        return groups[true].Any() && groups[false].Any() ? groups[true].Average() - groups[false].Average() : null;
    }

    private static double Variance(double[] values)
    {
        if (values.Length < 2) return 0;
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }
}
