namespace JourneyTracker.Outcomes.Statistics.Survival;

/// <summary>The scale on which an interval of a survival or an incidence is symmetric.</summary>
public enum IntervalScale
{
    /// <summary>p exp(± z se / p), no higher than 1: what R's survfit does unless told otherwise.</summary>
    Log,

    /// <summary>p ^ exp(± z se / (p ln p)): stays within 0 and 1 by itself, better for small groups.</summary>
    LogLog,
}

/// <summary>Intervals of a probability from its standard error, as R's survfit works them out.</summary>
public static class ProbabilityInterval
{
    /// <summary>Null where the scale has no place for the value: at 0; on the log-log scale also at 1.</summary>
    public static Interval? Of(double p, double? standardError, IntervalScale scale, double z = Interval.Z95)
    {
        if (standardError is not { } error || p <= 0) return null;
        if (scale == IntervalScale.Log) return new(p * Math.Exp(-z * error / p), Math.Min(1, p * Math.Exp(z * error / p)));
        if (p >= 1) return null;
        var log = Math.Log(p);
        var half = z * error / p / log;
        return new(Math.Exp(log * Math.Exp(-half)), Math.Exp(log * Math.Exp(half)));
    }
}
