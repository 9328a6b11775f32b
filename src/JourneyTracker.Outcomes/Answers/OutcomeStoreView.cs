using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Imported;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>The store as a question sees it: one generation, read by one thread.</summary>
/// <param name="Generation">From what it was made.</param>
/// <param name="Connection">To ask it.</param>
/// <param name="ShowsSmall">Small counts are shown too. For whoever holds the store itself, never over HTTP.</param>
public sealed record OutcomeStoreView(Generation Generation, DuckConnection Connection, bool ShowsSmall = false)
{
    /// <summary>The editions of which the generation is one, where it is asked by who is answered from them alone; null for evaluators.</summary>
    public EditionViews? Published { get; init; }

    /// <summary>What answers a question about a period whose follow-up runs until a day: itself for evaluators; null when that is not published yet.</summary>
    public OutcomeStoreView? About(PublishedPeriod period, DateOnly runsUntil) => Published is null ? this : Published.About(period, runsUntil);

    /// <summary>What stands beside it and is about nobody.</summary>
    public ImportedData Imported { get; init; } = ImportedData.None;
}
