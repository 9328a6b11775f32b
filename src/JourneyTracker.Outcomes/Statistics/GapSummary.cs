namespace JourneyTracker.Outcomes.Statistics;

/// <summary>How long something took, in whole units (days, unless the caller counts in another).</summary>
/// <param name="Median">The middle one; of an even number the mean of the middle two.</param>
public sealed record GapSummary(long Count, double Median, double Mean, long Min, long Max);

/// <summary>Counts gaps as they come by. Memory grows with the number of different gaps, not with how many there are.</summary>
public sealed class GapCounter
{
    private readonly Dictionary<long, long> counts = [];

    public void Add(long gap) => counts[gap] = counts.GetValueOrDefault(gap) + 1;

    /// <summary>Null when there were none.</summary>
    public GapSummary? Summary()
    {
        if (counts.Count == 0) return null;
        var gaps = counts.Keys.Order().ToArray();
        long n = 0;
        Int128 sum = 0;
        foreach (var gap in gaps)
        {
            n += counts[gap];
            sum += (Int128)gap * counts[gap];
        }

        return new(n, ((double)At(gaps, (n - 1) / 2) + At(gaps, n / 2)) / 2, (double)sum / n, gaps[0], gaps[^1]);
    }

    private long At(long[] gaps, long rank)
    {
        foreach (var gap in gaps)
        {
            rank -= counts[gap];
            if (rank < 0) return gap;
        }

        throw new ArgumentOutOfRangeException(nameof(rank));
    }
}
