using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Projections.Pathways;

/// <summary>What became of her at one point after one release.</summary>
/// <param name="Release">The fact of the release.</param>
/// <param name="ReleasedOn">The day she left custody.</param>
/// <param name="Clock">Which point, and what is asked there.</param>
/// <param name="AskedOn">The day that is looked at.</param>
/// <param name="Answer">The answer; unknown until the clock has run.</param>
/// <param name="WhyUnknown">Why it is not known; null when it is.</param>
/// <param name="LeftOut">Why this release is in no figure at this point, whatever the answer; null when it counts.</param>
/// <param name="By">The fact that answers; null when none does.</param>
public sealed record ReleaseOutcome(
    FactId Release,
    DateOnly ReleasedOn,
    ReleaseClock Clock,
    DateOnly AskedOn,
    OutcomeAnswer Answer,
    OutcomeUnknown? WhyUnknown,
    LeftOutReason? LeftOut,
    FactId? By);

/// <summary>The answer at a point.</summary>
public enum OutcomeAnswer
{
    Unknown,
    Yes,
    No,
}

/// <summary>Why an answer is not known.</summary>
public enum OutcomeUnknown
{
    /// <summary>The day has not come, or is not over.</summary>
    ClockNotRun,

    /// <summary>Nobody recorded it since the release.</summary>
    NotRecorded,
    PrefersNotToSay,

    /// <summary>What happens outside the partnership is not seen here: silence is not "no".</summary>
    NotSeenHere,
}

/// <summary>Why a release is in no figure at a point (metrics M14 to M15b and their corrections).</summary>
public enum LeftOutReason
{
    /// <summary>She was not released at, or during, a sentence: bail, end of the case, another sentence. (Unverified: the published guidance speaks of releases in scope.)</summary>
    NotFromASentence,

    /// <summary>Another release on the same day counts instead.</summary>
    SameDay,

    /// <summary>She was back in custody on that day.</summary>
    BackInCustody,

    /// <summary>Supervision ended before that point.</summary>
    SupervisionEnded,

    /// <summary>She was not available for work.</summary>
    NotAvailableForWork,
    Died,

    /// <summary>She left the area: what became of her is not seen here.</summary>
    LeftArea,
}
