using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Statistics.Means;

namespace JourneyTracker.Outcomes.Costs;

/// <summary>How much of one item there was in each pair.</summary>
/// <param name="Item">What.</param>
/// <param name="Met">Of the woman whom a service met, pair by pair.</param>
/// <param name="NotMet">Of the other.</param>
/// <param name="IsFed">Whether anybody records it at all: without, none would say nothing.</param>
internal sealed record CountedItem(CostItem Item, IReadOnlyList<double> Met, IReadOnlyList<double> NotMet, bool IsFed)
{
    /// <summary>Pair by pair, hers less the other's.</summary>
    public IReadOnlyList<double> Differences { get; } = [.. Met.Zip(NotMet, (met, not) => met - not)];

    public PairedMean? Difference => PairedMean.Of(Differences);

    /// <summary>
    /// Whether few women could be worked out from its means and interval: a mean times the number of women is the whole amount, which less one for each woman who had any tells of those who had more than one, and the
    /// interval tells in how many pairs which of the two had more.
    /// </summary>
    public bool TellsOfFew => new[] { (Met, Differences.Count(d => d > 0)), (NotMet, Differences.Count(d => d < 0)) }
        .Any(g => IsSmall(g.Item2) || Math.Ceiling(g.Item1.Sum() - g.Item1.Count(a => a > 0)) is var beyond && beyond > 0 && IsSmall((long)beyond));

    /// <summary>How many women of a group had any.</summary>
    public static long Having(IEnumerable<double> amounts) => amounts.LongCount(a => a > 0);

    private static bool IsSmall(long count) => DisclosurePolicy.Usual.IsSmall(count);
}
