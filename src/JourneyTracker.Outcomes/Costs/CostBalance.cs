using JourneyTracker.Outcomes.Statistics.Means;

namespace JourneyTracker.Outcomes.Costs;

/// <summary>What is spent on support and what is saved of justice, a woman, by some unit costs.</summary>
/// <param name="Items">Those that have a unit cost.</param>
internal sealed record CostBalance(IReadOnlyList<CostedItem> Items)
{
    public bool HasSupport => Items.Any(i => i.Item.IsSupport);

    public bool HasJustice => Items.Any(i => !i.Item.IsSupport);

    public double Spent(CostLevel level) => Items.Where(i => i.Item.IsSupport).Sum(i => i.Value(level));

    public double Saved(CostLevel level) => -Items.Where(i => !i.Item.IsSupport).Sum(i => i.Value(level));

    public double Net(CostLevel level) => Saved(level) - Spent(level);

    /// <summary>At central unit costs, with the interval that pairs give: items of one woman go together.</summary>
    /// <param name="sign">Of each item.</param>
    public PairedMean? Paired(Func<CostedItem, int> sign)
    {
        var taken = Items.Where(i => sign(i) != 0).ToList();
        return taken.Count == 0 ? null : PairedMean.Of([.. Enumerable.Range(0, taken[0].Counted.Differences.Count).Select(pair => taken.Sum(i => sign(i) * i.Cost.Central * i.Counted.Differences[pair]))]);
    }

    /// <summary>The net if one item alone cost as much, all else being central.</summary>
    public double NetAtCost(CostedItem item, double cost) => Net(CostLevel.Central) + item.Value(CostLevel.Central) - (cost * item.Mean);

    /// <summary>The net if the difference of one item alone were this, all else being central.</summary>
    public double NetAtDifference(CostedItem item, double difference) => Net(CostLevel.Central) + item.Value(CostLevel.Central) - (item.Cost.Central * difference);

    /// <summary>What one of a support item may cost so that nothing is lost: with other support at its central cost, and justice at that level. Null when the met had no more of it.</summary>
    public double? BreakEven(CostedItem item, CostLevel level) => item.Mean > 0 ? (Saved(level) - Spent(CostLevel.Central) + item.Value(CostLevel.Central)) / item.Mean : null;
}

/// <summary>An item with its unit cost.</summary>
internal sealed record CostedItem(CountedItem Counted, UnitCost Cost)
{
    public CostItem Item => Counted.Item;

    /// <summary>The mean difference a woman.</summary>
    public double Mean { get; } = Counted.Difference?.Value ?? 0;

    /// <summary>What that difference costs a woman.</summary>
    public double Value(CostLevel level) => Cost.At(level) * Mean;
}
