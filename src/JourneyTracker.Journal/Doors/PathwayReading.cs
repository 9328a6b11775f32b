using JourneyTracker.Projections.Pathways;

namespace JourneyTracker.Journal.Doors;

/// <summary>Her pathways as one caller may read them.</summary>
/// <param name="Journey">The journey they are of, as at the same day and as known at the same instant.</param>
/// <param name="Pathways">What the caller's share of the record says.</param>
/// <param name="NotShared">The disclosures that she does not share with the caller: codes of the list pathways. Nothing is told of them, not whether there is anything.</param>
/// <param name="IsPart">Whether other services' records are left out, because they are not shared with the caller.</param>
public sealed record PathwayReading(JourneyReading Journey, PathwaysOn Pathways, IReadOnlySet<string> NotShared, bool IsPart);
