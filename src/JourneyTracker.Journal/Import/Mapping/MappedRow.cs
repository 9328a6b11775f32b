using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Import.Reading;

namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>What the mapping made of a row.</summary>
/// <param name="Source">The row.</param>
/// <param name="Person">The source's key of the woman; empty when the row was refused.</param>
/// <param name="Facts">All to be recorded, or none.</param>
/// <param name="Opening">What opens her journey, if this is the first row about her.</param>
/// <param name="Refusal">Why it will not be recorded.</param>
/// <param name="Notices">Codes of the peculiarities to count.</param>
internal sealed record MappedRow(
    SourceRow Source, string Person, IReadOnlyList<NewFact> Facts, JourneyOpened? Opening, RowRefusal? Refusal, IReadOnlyList<string> Notices)
{
    /// <summary>No rule fits, and the mapping says that such rows are passed over.</summary>
    public bool IsSkipped => Refusal is null && Facts.Count == 0;
}
