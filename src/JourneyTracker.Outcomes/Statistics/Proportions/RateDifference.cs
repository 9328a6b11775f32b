namespace JourneyTracker.Outcomes.Statistics.Proportions;

/// <summary>
/// The rate of one group less that of another, for two groups of different women. The interval is Newcombe's hybrid score interval without continuity
/// correction (Newcombe 1998, Statistics in Medicine 17:873-890, method 10): it agrees with each group's Wilson interval and stays within -1 and 1.
/// </summary>
public sealed record RateDifference(double Value, Interval Interval)
{
    /// <summary>Null when either group is empty.</summary>
    public static RateDifference? Of(Proportion one, Proportion other, double z = Interval.Z95)
    {
        if ((one.Rate, one.Wilson(z), other.Rate, other.Wilson(z)) is not ({ } p1, { } w1, { } p2, { } w2)) return null;
        var difference = p1 - p2;
        return new(difference, new(
            difference - double.Hypot(p1 - w1.Low, w2.High - p2),
            difference + double.Hypot(w1.High - p1, p2 - w2.Low)));
    }
}
