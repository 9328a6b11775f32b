namespace JourneyTracker.Outcomes.Statistics;

/// <summary>A two-sided confidence interval; both ends belong to it.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The normal quantile of a two-sided interval at 95 per cent: what every interval here uses unless told otherwise.</summary>
    public const double Z95 = 1.959963984540054;

    /// <summary>The value with z standard errors on either side.</summary>
    public static Interval Around(double value, double standardError, double z = Z95) => new(value - (z * standardError), value + (z * standardError));

    /// <summary>The same interval within these bounds.</summary>
    public Interval Within(double low, double high) => new(Math.Clamp(Low, low, high), Math.Clamp(High, low, high));
}
