namespace JourneyTracker.Outcomes.Statistics.Proportions;

/// <summary>
/// Wilson's score interval for one proportion (Wilson 1927), without continuity correction: R's <c>prop.test(x, n, correct = FALSE)</c>.
/// </summary>
public static class WilsonInterval
{
    /// <summary>Null of nobody.</summary>
    public static Interval? Of(Proportion of, double z = Interval.Z95)
    {
        if (of.Rate is not { } p) return null;
        double n = of.N;
        var square = z * z;
        var middle = p + (square / (2 * n));
        var half = z * Math.Sqrt((p * (1 - p) / n) + (square / (4 * n * n)));
        // At none and at all the ends are exactly 0 and 1; rounding would leave a trace of the other side.
        return new(of.Events == 0 ? 0 : (middle - half) / (1 + (square / n)), of.Events == of.N ? 1 : (middle + half) / (1 + (square / n)));
    }
}
