using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Doors;

/// <summary>One line of a timeline: a fact with everything that was said of it since, oldest first.</summary>
/// <param name="Id">The fact that began it.</param>
/// <param name="Said">The fact and its corrections, each as recorded; the last one counts.</param>
/// <param name="IsWithdrawn">Whether it was taken back.</param>
/// <param name="WithdrawnAt">When, for those who may see the fact.</param>
/// <param name="WhyWithdrawn">Why, for those who may see the fact.</param>
/// <param name="WithdrawnBy">Who took it back, for those who may see the fact.</param>
/// <param name="IsRestricted">Whether its processing is restricted: it counts in nothing, and only an auditor sees what it says.</param>
/// <param name="Sight">What the caller may know of it.</param>
public sealed record TimelineEntry(
    FactId Id, IReadOnlyList<TimelineVersion> Said, bool IsWithdrawn, DateTimeOffset? WithdrawnAt, CorrectionReason? WhyWithdrawn, Recorder? WithdrawnBy, bool IsRestricted,
    Sight Sight)
{
    public TimelineVersion Now => Said[^1];

    public bool IsCorrected => Said.Count > 1;
}

/// <summary>One version of what was said.</summary>
/// <param name="RecordedId">The recorded fact that says it: the one to name in the next correction.</param>
/// <param name="Position">Where that recorded fact stands in the journal.</param>
/// <param name="Name">The stored name of the fact; "hidden" when the caller may only know that it exists.</param>
/// <param name="HappenedOn">When it happened, as this version says.</param>
/// <param name="RecordedAt">When it was recorded; the start of that day in London when the caller may only know that it exists.</param>
/// <param name="RecordedBy">Who recorded it; null when the caller may only know that it exists.</param>
/// <param name="Source">The system it came from; null when typed in.</param>
/// <param name="Fact">What is said, protected values open or erased; null when the caller may only know that it exists.</param>
/// <param name="Why">For a correction: the reason.</param>
public sealed record TimelineVersion(
    FactId RecordedId,
    long Position,
    string Name,
    HappenedOn HappenedOn,
    DateTimeOffset RecordedAt,
    Recorder? RecordedBy,
    string? Source,
    Fact? Fact,
    CorrectionReason? Why);
