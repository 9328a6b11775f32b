using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Journal.Doors;

/// <summary>One moment of a journey, and where it stands among her facts.</summary>
/// <param name="Id">The journey.</param>
/// <param name="AsAt">The day.</param>
/// <param name="KnownAt">The instant.</param>
/// <param name="Position">The position of the journal at that instant.</param>
/// <param name="Replay">What was known then; null when nothing of her was on record.</param>
/// <param name="Order">In which order the places follow each other.</param>
/// <param name="Places">Her facts, one after the other: as known then, or all that were ever recorded.</param>
/// <param name="At">How many of them the moment has reached; 0 before the first.</param>
/// <param name="RecordedLater">How many records were made after the instant, and are in nothing that is shown.</param>
/// <param name="Before">Her stage on the day as it was known before the record that was reached; null when steps follow what happened.</param>
public sealed record SteppedReplay(
    JourneyId Id, DateOnly AsAt, DateTimeOffset KnownAt, long Position, KnownReplay? Replay, ReplayOrder Order, IReadOnlyList<ReplayPlace> Places, int At, int RecordedLater, Stage? Before)
{
    public string Pseudonym => Id.Pseudonym;

    /// <summary>The step the moment stands at; null before the first.</summary>
    public ReplayPlace? Place => At == 0 ? null : Places[At - 1];
}

/// <summary>What was known at a moment.</summary>
/// <param name="Reading">The journey.</param>
/// <param name="Effective">What counted, in the order in which it happened.</param>
/// <param name="Folds">The folds with the versions of their rules that the answer was made with.</param>
public sealed record KnownReplay(JourneyReading Reading, IReadOnlyList<TimelineEntry> Effective, IReadOnlyList<string> Folds);

/// <summary>One step through her facts.</summary>
/// <param name="Kind">Whether it is a fact, a correction, or one that takes something back.</param>
/// <param name="About">The line of the timeline that it belongs to.</param>
/// <param name="Said">What it says; for one that takes something back, what was said until then.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record ReplayPlace(StepKind Kind, TimelineEntry About, TimelineVersion Said, DateTimeOffset RecordedAt)
{
    public DateOnly Day => Said.HappenedOn.Day;
}
