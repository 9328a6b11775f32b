namespace JourneyTracker.Outcomes.Statistics.Survival;

/// <summary>The event-free share and its variance, day by day. A day's counts by cause are one multinomial draw from those at risk.</summary>
internal sealed class EventFreeState
{
    public double Value { get; private set; } = 1;

    public double Variance { get; private set; }

    /// <param name="hazard">The share of those at risk to whom any cause happened that day.</param>
    public void Step(double atRisk, double hazard)
    {
        Variance = Math.Max(0, ((1 - hazard) * (1 - hazard) * Variance) + (Value * Value * hazard * (1 - hazard) / atRisk));
        Value *= 1 - hazard;
    }
}

/// <summary>One cause's incidence, its variance, and its covariance with the event-free share.</summary>
internal sealed class CauseState(string cause)
{
    private int events;
    private double value;
    private double variance;
    private double covariance;

    public Incidence Incidence => new(cause, events, value, Math.Sqrt(variance));

    /// <param name="free">As it stood before this day.</param>
    public void Step(EventFreeState free, int count, double atRisk, double allHazard)
    {
        var (hazard, s) = (count / atRisk, free.Value);
        variance = Math.Max(0, variance + (2 * hazard * covariance) + (hazard * hazard * free.Variance) + (s * s * hazard * (1 - hazard) / atRisk));
        covariance = ((1 - allHazard) * (covariance + (hazard * free.Variance))) - (s * s * hazard * (1 - allHazard) / atRisk);
        value += s * hazard;
        events += count;
    }
}
