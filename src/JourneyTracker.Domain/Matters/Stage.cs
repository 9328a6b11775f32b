using System.Text.Json.Serialization;

namespace JourneyTracker.Domain.Matters;

/// <summary>Where she stands in the justice system. In the order of restriction: the most restrictive first; in JSON in kebab-case.</summary>
[JsonConverter(typeof(StageJson))]
public enum Stage
{
    InCustodyOnRecall,

    /// <summary>Serving a sentence in custody.</summary>
    InCustody,
    Remanded,

    RecalledNotReturned,
    OnLicence,
    PostSentenceSupervision,
    SuspendedSentence,
    CommunityOrder,
    AwaitingSentence,

    /// <summary>Before the court: bailed, charged or summoned.</summary>
    BeforeTheCourt,
    OutOfCourtResolution,
    Diverted,
    PoliceBail,
    ReleasedUnderInvestigation,
    UnderInvestigation,

    /// <summary>No current justice involvement.</summary>
    NoCurrentInvolvement,

    /// <summary>Before her first fact. Not a stage of the board.</summary>
    NotYetKnown,
}
