namespace JourneyTracker.Outcomes.Statistics.Survival;

/// <summary>The Kaplan-Meier estimate with Greenwood's variance, as R's <c>survfit(Surv(until, happened) ~ 1)</c>, or <c>Surv(from, until, happened)</c> with delayed entry.</summary>
/// <param name="N">Rows of follow-up.</param>
/// <param name="Steps">Every day on which somebody's follow-up ended, with or without the event.</param>
public sealed record KaplanMeierCurve(int N, IReadOnlyList<SurvivalStep> Steps)
{
    private const double Tolerance = 1.4901161193847656e-08;

    public int Events => Steps.Count == 0 ? 0 : Steps[^1].CumulativeEvents;

    public static KaplanMeierCurve Of(IReadOnlyCollection<SurvivalTime> times)
    {
        var risk = new RiskSet([.. times.Select(t => (t.Until, t.From))]);
        var events = times.Where(t => t.Happened).CountBy(t => t.Until).ToDictionary();
        var censored = times.Where(t => !t.Happened).CountBy(t => t.Until).ToDictionary();
        var steps = new List<SurvivalStep>();
        var (survival, greenwood, cumulative) = (1.0, 0.0, 0);
        foreach (var day in risk.Days)
        {
            var (n, d) = (risk.On(day), events.GetValueOrDefault(day));
            survival *= (double)(n - d) / n;
            greenwood += d / ((double)n * (n - d));
            cumulative += d;
            steps.Add(new(day, n, d, censored.GetValueOrDefault(day), cumulative, survival, survival > 0 ? survival * Math.Sqrt(greenwood) : null));
        }

        return new(times.Count, steps);
    }

    /// <summary>What the curve says of a day. After the last day of anybody's follow-up nothing is known: null, unless the last step is to be carried forward.</summary>
    /// <param name="carryForward">Give the last step for every later day, with nobody at risk (R's <c>extend = TRUE</c>).</param>
    public SurvivalPoint? At(int day, bool carryForward = false)
    {
        var next = Steps.TakeWhile(s => s.Day < day).Count();
        if (next == Steps.Count && !carryForward) return null;
        if (next < Steps.Count && Steps[next].Day == day) return Steps[next];
        var atRisk = next < Steps.Count ? Steps[next].AtRisk : 0;
        return next == 0 ? SurvivalPoint.BeforeAnyStep(day, atRisk) : new(day, atRisk, Steps[next - 1].CumulativeEvents, Steps[next - 1].Survival, Steps[next - 1].StandardError);
    }

    /// <summary>
    /// The day by which it has happened to this share, by R's rule: where the curve runs level at exactly that share, the middle of the level stretch. Null when the curve does not come down that far.
    /// </summary>
    /// <param name="share">0.5 for the median; between 0 and 1.</param>
    public double? Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var reached = Steps.FirstOrDefault(s => 1 - s.Survival >= share - Tolerance);
        if (reached is null) return null;
        var passed = Steps.FirstOrDefault(s => 1 - s.Survival > share + Tolerance) ?? Steps[^1];
        return 1 - reached.Survival > share + Tolerance ? reached.Day : (reached.Day + (double)passed.Day) / 2;
    }
}
