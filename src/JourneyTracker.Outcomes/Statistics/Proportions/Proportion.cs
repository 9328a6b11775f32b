namespace JourneyTracker.Outcomes.Statistics.Proportions;

/// <summary>How many of how many. Nothing of nobody has no rate: it is unknown, not zero.</summary>
public readonly record struct Proportion
{
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than none, or more than all.</exception>
    public Proportion(long events, long n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(events, n);
        (Events, N) = (events, n);
    }

    /// <summary>The numerator.</summary>
    public long Events { get; }

    /// <summary>The denominator.</summary>
    public long N { get; }

    public double? Rate => N == 0 ? null : (double)Events / N;

    public Interval? Wilson(double z = Interval.Z95) => WilsonInterval.Of(this, z);
}
