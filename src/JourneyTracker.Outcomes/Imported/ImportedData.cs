using JourneyTracker.Outcomes.Costs;
using JourneyTracker.Outcomes.National;

namespace JourneyTracker.Outcomes.Imported;

/// <summary>What an evaluator has taken in that is about nobody: it stands beside the generations and outlives them.</summary>
/// <param name="National">Series that others published.</param>
/// <param name="UnitCosts">What things cost, with their source.</param>
public sealed record ImportedData(IReadOnlyList<NationalSeries> National, IReadOnlyList<UnitCost> UnitCosts)
{
    public static ImportedData None { get; } = new([], []);
}
