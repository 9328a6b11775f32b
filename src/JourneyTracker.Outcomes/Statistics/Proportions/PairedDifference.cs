namespace JourneyTracker.Outcomes.Statistics.Proportions;

/// <summary>
/// The rate of one group less that of another where each woman of the one is paired with one of the other. Only pairs that differ count; the interval is Wald's for matched pairs
/// (Agresti, Categorical Data Analysis, 3rd edition, section 11.1).
/// </summary>
public sealed record PairedDifference(double Value, Interval Interval)
{
    /// <summary>Null when there is no pair.</summary>
    /// <param name="first">Pairs in which it happened to the first alone.</param>
    /// <param name="second">Pairs in which it happened to the second alone.</param>
    /// <param name="pairs">All pairs.</param>
    /// <param name="z">How many standard errors; 95 % when not said.</param>
    public static PairedDifference? Of(long first, long second, long pairs, double z = Interval.Z95)
    {
        if (pairs == 0) return null;
        var difference = (double)(first - second) / pairs;
        var error = Math.Sqrt(first + second - ((double)(first - second) * (first - second) / pairs)) / pairs;
        return new(difference, new(Math.Max(-1, difference - (z * error)), Math.Min(1, difference + (z * error))));
    }
}
