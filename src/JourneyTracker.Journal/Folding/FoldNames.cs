using JourneyTracker.Projections.DataQuality;
using JourneyTracker.Projections.Movements;
using JourneyTracker.Projections.Prompts;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Journal.Folding;

/// <summary>The folds of this version of the program, each with its rule version in its name.</summary>
public static class FoldNames
{
    /// <summary>Which journeys are read as part of which others.</summary>
    public const string Merges = "merges.1";

    public static IReadOnlyList<string> All { get; } = [JourneyStatus.Name, Movement.Name, DataQualityFindings.Name, Merges, HerPrompts.Name];
}
