using JourneyTracker.Domain.Time;

namespace JourneyTracker.Outcomes.Processes.Pathways;

/// <summary>One step of a pathway.</summary>
/// <param name="Within">How soon after the step before; null for no limit. Of the first step it is not asked.</param>
public sealed record PathwayStep(string Activity, TimeLimit? Within = null);

/// <summary>A way that a partnership has said it works, for example arrest, screening, referral within 24 hours, first contact within 5 working days.</summary>
public sealed record StatedPathway(string Name, IReadOnlyList<PathwayStep> Steps);

/// <summary>Something that happened to one woman.</summary>
public readonly record struct TraceEvent(string Activity, HappenedOn At);

/// <summary>How a step went. It says what services did, never what she did.</summary>
public enum StepOutcome
{
    /// <summary>It happened, in time where there is a limit.</summary>
    InTime,

    /// <summary>It happened, after the limit.</summary>
    Late,

    /// <summary>It happened, but what is recorded does not say whether in time: the day alone is known, or the step before is not recorded.</summary>
    CannotTell,

    /// <summary>It is not recorded, and its time has not run out (or it has no limit).</summary>
    NotYet,

    /// <summary>It is not recorded, and its time has run out; or a later step is recorded without it.</summary>
    NotRecorded,
}

/// <param name="At">Null when it is not recorded.</param>
public sealed record StepResult(string Activity, HappenedOn? At, StepOutcome Outcome);
