namespace JourneyTracker.Outcomes.Statistics.Survival;

/// <summary>What a curve says of a day.</summary>
/// <param name="Day">Days since the index day.</param>
/// <param name="AtRisk">Women at risk on the first day, from this one on, on which anybody's follow-up ended.</param>
/// <param name="CumulativeEvents">Events up to and with this day.</param>
/// <param name="Survival">The share to whom it has not happened by the end of this day.</param>
/// <param name="StandardError">Greenwood's, of the survival itself; null once the survival is 0.</param>
public record SurvivalPoint(int Day, int AtRisk, int CumulativeEvents, double Survival, double? StandardError)
{
    private bool everybodyKnown;

    /// <summary>Null where the scale has no place for the survival, except before anybody's follow-up ended: then it is exactly 1.</summary>
    public Interval? Interval(IntervalScale scale, double z = Statistics.Interval.Z95) =>
        everybodyKnown ? new(1, 1) : ProbabilityInterval.Of(Survival, StandardError, scale, z);

    internal static SurvivalPoint BeforeAnyStep(int day, int atRisk) => new(day, atRisk, 0, 1, 0) { everybodyKnown = true };
}

/// <summary>A day on which it happened to somebody, or on which somebody's follow-up ended.</summary>
public sealed record SurvivalStep(int Day, int AtRisk, int Events, int Censored, int CumulativeEvents, double Survival, double? StandardError)
    : SurvivalPoint(Day, AtRisk, CumulativeEvents, Survival, StandardError);
