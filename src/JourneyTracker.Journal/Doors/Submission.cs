using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Doors;

/// <summary>A fact as it comes to a door.</summary>
/// <param name="Journey">The journey; null only when the fact opens a new one.</param>
/// <param name="Fact">With protected values in clear.</param>
/// <param name="Source">Where it comes from; null when typed in.</param>
/// <param name="SourceRecordedAt">When the agency's system learnt it.</param>
/// <param name="ExpectedVersion">The journey's version that the sender saw last; null when it does not matter.</param>
public sealed record Submission(
    JourneyId? Journey, Fact Fact, SourceReference? Source = null, DateTimeOffset? SourceRecordedAt = null, long? ExpectedVersion = null);

/// <summary>What became of a submission.</summary>
public abstract record SubmissionOutcome
{
    private SubmissionOutcome()
    {
    }

    /// <summary>It is durable.</summary>
    /// <param name="Journey">The journey: the new one's id when the fact opened it.</param>
    /// <param name="Placed">Where it stands, and whether it had been recorded before.</param>
    /// <param name="Version">The journey's version now.</param>
    public sealed record Recorded(JourneyId Journey, Placed Placed, long Version) : SubmissionOutcome;

    /// <summary>Nothing was recorded.</summary>
    public sealed record Refused(Refusal Why) : SubmissionOutcome;
}
