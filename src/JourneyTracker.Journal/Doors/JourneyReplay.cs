using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Differences;

namespace JourneyTracker.Journal.Doors;

/// <summary>One journey as at a day and as known at an instant, for whoever must be able to say what was known then.</summary>
/// <param name="Reading">The journey.</param>
/// <param name="Effective">What counted, in the order in which it happened.</param>
/// <param name="Steps">What was recorded, in the order of recording.</param>
/// <param name="Folds">The folds with the versions of their rules that the answer was made with.</param>
public sealed record JourneyReplay(JourneyReading Reading, IReadOnlyList<TimelineEntry> Effective, IReadOnlyList<ReplayStep> Steps, IReadOnlyList<string> Folds);

/// <summary>One recorded fact, and what it made of the stage.</summary>
/// <param name="Position">Where it stands in the journal.</param>
/// <param name="Kind">Whether it is a fact, a correction, or one that takes something back.</param>
/// <param name="About">The line of the timeline that it belongs to.</param>
/// <param name="Said">What it says, as the caller may see it; null for one that takes something back.</param>
/// <param name="Before">The stage, on the day that the replay is for, as known before it.</param>
/// <param name="Stage">The same, as known with it.</param>
public sealed record ReplayStep(long Position, StepKind Kind, TimelineEntry About, TimelineVersion? Said, Stage Before, Stage Stage);

/// <summary>What a recorded fact is in a replay.</summary>
public enum StepKind
{
    Recorded,
    Corrected,
    Withdrawn,
}

/// <summary>What is different between two replays of a journey.</summary>
/// <param name="From">The first replay; null when nothing of her was on record by then.</param>
/// <param name="To">The second replay.</param>
/// <param name="Difference">What is different, by ids.</param>
/// <param name="Facts">The facts that made it, as the caller may see them.</param>
/// <param name="Folds">The folds with the versions of their rules that the answer was made with.</param>
public sealed record JourneyComparison(
    JourneyReading? From, JourneyReading To, JourneyDifference Difference, IReadOnlyList<FactChanged> Facts, IReadOnlyList<string> Folds);

/// <summary>A fact that is different.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Fact">Its line of the timeline, as known at the second instant; at the first, when it is gone from the second.</param>
/// <param name="Since">What was said of it between the two instants, oldest first.</param>
public sealed record FactChanged(FactChange Change, TimelineEntry Fact, IReadOnlyList<TimelineVersion> Since);
