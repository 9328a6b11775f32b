namespace JourneyTracker.Outcomes.Statistics.Survival;

/// <summary>Who is at risk on a day: from &lt; day ≤ until, as R's survival package counts.</summary>
internal sealed class RiskSet
{
    private readonly int[] froms;
    private readonly int[] untils;

    /// <exception cref="ArgumentException">Somebody's follow-up ends before it begins.</exception>
    public RiskSet(IReadOnlyCollection<(int Until, int? From)> times)
    {
        foreach (var (until, from) in times)
            if (from >= until || until < 0) throw new ArgumentException($"Follow-up from day {from} until day {until} has no day in it.", nameof(times));
        untils = [.. times.Select(t => t.Until).Order()];
        froms = [.. times.Select(t => t.From ?? -1).Order()];
    }

    /// <summary>Every day on which somebody's follow-up ended, in order.</summary>
    public IEnumerable<int> Days => untils.Distinct();

    public int On(int day) => Before(froms, day) - Before(untils, day);

    private static int Before(int[] sorted, int day)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < day) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
