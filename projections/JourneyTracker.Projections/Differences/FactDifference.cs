using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Projections.Differences;

/// <summary>A fact that counts in one of two replays and not, or not in the same form, in the other.</summary>
/// <param name="Fact">The recorded fact that began it.</param>
/// <param name="Change">What became of it.</param>
/// <param name="By">The recorded fact that made the change; null when none did, but the day that is looked at.</param>
public sealed record FactDifference(FactId Fact, FactChange Change, FactId? By);

/// <summary>What became of a fact between two replays.</summary>
public enum FactChange
{
    /// <summary>It was recorded meanwhile.</summary>
    Recorded,

    /// <summary>It was corrected meanwhile; the correction may have moved its day.</summary>
    Corrected,

    /// <summary>It was taken back, or the processing of it was restricted.</summary>
    Withheld,

    /// <summary>It counts again.</summary>
    Restored,

    /// <summary>It was known before: the other day that is looked at is on this side of it.</summary>
    HappenedSince,

    /// <summary>It was known before: the other day that is looked at lies before it.</summary>
    NotYetHappened,

    /// <summary>It came with a journey that was merged into this one.</summary>
    Joined,

    /// <summary>It went back with a journey that was un-merged from this one.</summary>
    Parted,
}
