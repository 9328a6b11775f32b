using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Projections.Pathways;

/// <summary>Her pathways on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Pathways">The nine, always all of them.</param>
/// <param name="Support">Her referrals and what came of each, oldest first.</param>
/// <param name="AfterRelease">What became of her at each point after each release.</param>
/// <param name="Cautions">Whether the conditions of her conditional cautions were met.</param>
/// <param name="Treatment">How far treatment that a court required came.</param>
public sealed record PathwaysOn(
    DateOnly Day,
    IReadOnlyList<Pathway> Pathways,
    IReadOnlyList<SupportEpisode> Support,
    IReadOnlyList<ReleaseOutcome> AfterRelease,
    IReadOnlyList<CautionCompliance> Cautions,
    IReadOnlyList<TreatmentFunnel> Treatment);

/// <summary>One pathway of hers.</summary>
/// <param name="Code">Code of the list pathways.</param>
/// <param name="Name">What people read.</param>
/// <param name="IsDisclosure">Whether it is hers to disclose: then it is never a need, and never improved (safeguards S3).</param>
/// <param name="Need">What was said of it.</param>
/// <param name="Support">The referrals that are about it, by the fact that began each.</param>
public sealed record Pathway(string Code, string Name, bool IsDisclosure, NeedHistory Need, IReadOnlyList<FactId> Support);

/// <summary>One answer of hers, with what it was measured by.</summary>
/// <param name="Day">The day of the assessment.</param>
/// <param name="Fact">The fact that says so.</param>
/// <param name="Occasion">At what point of her support; null when not recorded.</param>
/// <param name="Tool">The assessment's name; null when none was used or it is not known.</param>
/// <param name="Version">The version of the tool; null when not known.</param>
/// <param name="Answer">What she said.</param>
/// <param name="Score">The tool's score; null when it gives none.</param>
/// <param name="HigherScore">What a higher score means; null when not recorded.</param>
public sealed record NeedPoint(
    DateOnly Day, FactId Fact, AssessmentOccasion? Occasion, string? Tool, string? Version, NeedAnswer Answer, int? Score, ScoreMeaning? HigherScore);

/// <summary>How a need changed between two assessments.</summary>
public enum NeedChange
{
    /// <summary>Not known, for the reason that is given beside it. Never "no change".</summary>
    Unknown,

    /// <summary>It is a disclosure: hers, and not measured.</summary>
    NotMeasured,
    LessSupportNeeded,
    Same,
    MoreSupportNeeded,
}

/// <summary>Why a change is not known.</summary>
public enum NeedChangeUnknown
{
    /// <summary>She has not been asked, or did not say.</summary>
    NoAnswer,

    /// <summary>Neither the end of support nor twelve months after the first assessment has come.</summary>
    ClockNotRun,

    /// <summary>There is no second assessment.</summary>
    NoSecondAssessment,

    /// <summary>The second was made with another tool or another version, or which is not known.</summary>
    NotComparable,
}
