namespace JourneyTracker.Outcomes.Statistics.Means;

/// <summary>
/// The mean of differences within pairs, and Student's interval around it (paired t; Student 1908; R's <c>t.test(x, y, paired = TRUE)</c>). Costs are skewed, but it is the arithmetic mean that is wanted of them
/// (Thompson and Barber 2000): with few pairs the interval is rough.
/// </summary>
/// <param name="Value">The mean.</param>
/// <param name="Interval">Null when there is one pair, or all pairs differ by the same: then nothing says how sure it is.</param>
public sealed record PairedMean(double Value, Interval? Interval)
{
    private const double Level = 0.95;

    /// <summary>Null when there is no pair.</summary>
    /// <param name="differences">One for each pair.</param>
    public static PairedMean? Of(IReadOnlyList<double> differences)
    {
        if (differences.Count == 0) return null;
        var mean = differences.Average();
        if (differences.Count < 2 || differences.All(d => d == differences[0])) return new(mean, null);
        var error = Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Count - 1) / differences.Count);
        return new(mean, Statistics.Interval.Around(mean, error, Distributions.TFor(Level, differences.Count - 1)));
    }
}
