namespace JourneyTracker.Domain.Facts;

/// <summary>Her recall was explained to her: why, for how long, and what she can do about it.</summary>
/// <param name="Understood">Whether she says that she understood it.</param>
/// <param name="How">How it was explained.</param>
/// <param name="Interpreter">Whether an interpreter or another help to understand was there.</param>
[FactName("recall-explained.v1", "Recall explained", Family.Supervision, 6)]
public sealed record RecallExplained(
    YesNoAnswer Understood = YesNoAnswer.NotAsked, ExplainedBy How = ExplainedBy.NotRecorded, YesNoAnswer Interpreter = YesNoAnswer.NotAsked) : Fact;

/// <summary>She was released again after a recall, and is on licence.</summary>
/// <param name="By">Who or what released her.</param>
/// <param name="LicenceEndsOn">The last day of the licence, that day counts; null when not known.</param>
[FactName("re-released.v1", "Released again after recall", Family.Supervision, 7)]
public sealed record ReReleased(ReReleaseBy By = ReReleaseBy.NotRecorded, DateOnly? LicenceEndsOn = null) : Fact;

/// <summary>Her post-sentence supervision started. There is none from 11 May 2026 on (rule PSS-02, partly verified).</summary>
/// <param name="EndsOn">Its last day; that day counts. Null when not known.</param>
[FactName("post-sentence-supervision-started.v1", "Post-sentence supervision started", Family.Supervision, 8)]
public sealed record PostSentenceSupervisionStarted(DateOnly? EndsOn = null) : Fact;

/// <summary>She is said not to have complied with post-sentence supervision. It goes to court and is no recall (rule PSS-03, partly verified).</summary>
/// <param name="ReasonAsked">Whether she was asked why.</param>
/// <param name="Outcome">What came of it.</param>
[FactName("post-sentence-supervision-breached.v1", "Post-sentence supervision not complied with", Family.Supervision, 8)]
public sealed record PostSentenceSupervisionBreached(YesNoAnswer ReasonAsked = YesNoAnswer.NotAsked, BreachOutcome Outcome = BreachOutcome.NotRecorded) : Fact;

/// <summary>Her post-sentence supervision ended. The day itself is the first without it.</summary>
[FactName("post-sentence-supervision-ended.v1", "Post-sentence supervision ended", Family.Supervision, 9)]
public sealed record PostSentenceSupervisionEnded : Fact;

/// <summary>Who or what released her after a recall.</summary>
public enum ReReleaseBy
{
    NotRecorded,

    /// <summary>The days of a fixed-term recall were served.</summary>
    FixedTermServed,
    SecretaryOfState,
    ParoleBoard,
}
