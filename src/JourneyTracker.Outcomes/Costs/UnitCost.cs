namespace JourneyTracker.Outcomes.Costs;

/// <summary>What one of an item costs, in pounds, and who says so. None is built in.</summary>
/// <param name="Item">The code of the item.</param>
/// <param name="Low">The least that it may be.</param>
/// <param name="Central">What it is taken to be.</param>
/// <param name="High">The most.</param>
/// <param name="PriceYear">The year in whose prices it is, as 2024 or 2024-25.</param>
/// <param name="Source">Who says so, and where.</param>
/// <param name="Address">Where that can be read; empty when nowhere.</param>
/// <param name="Confidence">How sure it is.</param>
public sealed record UnitCost(string Item, double Low, double Central, double High, string PriceYear, string Source, string Address, string Confidence)
{
    public double At(CostLevel level) => level switch { CostLevel.Low => Low, CostLevel.High => High, _ => Central };
}

/// <summary>Which of the three.</summary>
public enum CostLevel
{
    Low,
    Central,
    High,
}
