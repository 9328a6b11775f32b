namespace JourneyTracker.Outcomes.Statistics.Survival;

/// <summary>The share to whom one cause has happened by a day, the others competing with it.</summary>
/// <param name="StandardError">Of <paramref name="Value"/>.</param>
public sealed record Incidence(string Cause, int CumulativeEvents, double Value, double StandardError)
{
    public Interval? Interval(IntervalScale scale, double z = Statistics.Interval.Z95) => ProbabilityInterval.Of(Value, StandardError, scale, z);
}

/// <summary>A day on which somebody's follow-up ended.</summary>
/// <param name="EventFree">The share to whom none of the causes has happened by the end of this day; with the incidences it makes 1.</param>
/// <param name="ByCause">In the order of <see cref="CumulativeIncidence.Causes"/>.</param>
public sealed record IncidenceStep(int Day, int AtRisk, double EventFree, double EventFreeStandardError, IReadOnlyList<Incidence> ByCause);

/// <summary>
/// The Aalen-Johansen estimate of cumulative incidence with competing risks, as R's <c>survfit(Surv(until, factor(cause)) ~ 1)</c>.
/// The variance is the Greenwood type (Aalen and Johansen 1978). Without delayed entry it is the same as the infinitesimal jackknife that R's multi-state survfit
/// prints; with delayed entry the estimates are R's and the standard errors differ slightly from it.
/// </summary>
public sealed record CumulativeIncidence(int N, IReadOnlyList<string> Causes, IReadOnlyList<IncidenceStep> Steps)
{
    public static CumulativeIncidence Of(IReadOnlyCollection<CompetingTime> times)
    {
        string[] causes = [.. times.Select(t => t.Cause).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        var risk = new RiskSet([.. times.Select(t => (t.Until, t.From))]);
        var counts = times.Where(t => t.Cause is not null).CountBy(t => (t.Until, t.Cause!)).ToDictionary();
        var (free, states) = (new EventFreeState(), causes.Select(c => new CauseState(c)).ToArray());
        var steps = new List<IncidenceStep>();
        foreach (var day in risk.Days)
        {
            double n = risk.On(day);
            var hazards = causes.Select(c => counts.GetValueOrDefault((day, c))).ToArray();
            var all = hazards.Sum() / n;
            for (var c = 0; c < causes.Length; c++) states[c].Step(free, hazards[c], n, all);
            free.Step(n, all);
            steps.Add(new(day, (int)n, free.Value, Math.Sqrt(free.Variance), [.. states.Select(s => s.Incidence)]));
        }

        return new(times.Count, causes, steps);
    }

    /// <summary>What is estimated for a day; null after the last day of anybody's follow-up.</summary>
    public IncidenceStep? At(int day)
    {
        if (Steps.Count == 0 || day > Steps[^1].Day) return null;
        return Steps.LastOrDefault(s => s.Day <= day) ?? new(day, Steps[0].AtRisk, 1, 0, [.. Causes.Select(c => new Incidence(c, 0, 0, 0))]);
    }
}
