namespace JourneyTracker.Journal.Folding.Rebuild;

/// <summary>What a rebuild did.</summary>
/// <param name="Folds">The folds that were rebuilt.</param>
/// <param name="Journeys">How many journeys were folded.</param>
/// <param name="Facts">From how many facts.</param>
/// <param name="Position">The position of the journal at which the new rows became current.</param>
/// <param name="Frozen">How many journeys could not be followed.</param>
/// <param name="Took">From the first fact read to the swap.</param>
/// <param name="OldRowsRemoved">False when somebody was still reading the old rows; the next rebuild removes them.</param>
public sealed record RebuildReport(
    IReadOnlyList<string> Folds, long Journeys, long Facts, long Position, int Frozen, TimeSpan Took, bool OldRowsRemoved);

/// <summary>How far a rebuild has come.</summary>
/// <param name="Facts">Facts folded so far.</param>
/// <param name="Of">Of about so many.</param>
public sealed record RebuildProgress(long Facts, long Of);

/// <summary>A rebuild that cannot begin. The message is fit for the person who asked for it.</summary>
public sealed class RebuildException(string message) : Exception(message);
