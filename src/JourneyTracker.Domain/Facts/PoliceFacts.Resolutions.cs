namespace JourneyTracker.Domain.Facts;

/// <summary>The police settled it with a community resolution (list disposals, CR). It is no conviction and no caution.</summary>
/// <param name="OffenceGroup">Code of the list offence_groups.</param>
[FactName("community-resolution.v1", "Community resolution", Family.Police, 5)]
public sealed record CommunityResolution(string? OffenceGroup = null) : Fact;

/// <summary>The police gave her a penalty notice or a warning on the spot.</summary>
/// <param name="Kind">Code of the list disposals: PND, or CANNABIS_KHAT.</param>
/// <param name="OffenceGroup">Code of the list offence_groups.</param>
[FactName("penalty-notice.v1", "Penalty notice", Family.Police, 5)]
public sealed record PenaltyNotice(string Kind = "PND", string? OffenceGroup = null) : Fact;

/// <summary>She met a condition of her conditional caution.</summary>
/// <param name="Condition">Which one.</param>
/// <param name="AllMet">Whether all conditions are now met: then the resolution is over. Null when not known.</param>
[FactName("condition-met.v1", "Condition met", Family.Police, 6)]
public sealed record ConditionMet(CautionConditionKind Condition, bool? AllMet = null) : Fact;

/// <summary>A condition of her conditional caution was not complied with.</summary>
/// <param name="Condition">Which one.</param>
/// <param name="ReasonAsked">Whether she was asked why.</param>
/// <param name="Reason">Why, in her words, sealed.</param>
/// <param name="Answer">What the police did about it. A prosecution is a fact of its own.</param>
[FactName("condition-not-complied-with.v1", "Condition not complied with", Family.Police, 6)]
public sealed record ConditionNotCompliedWith(
    CautionConditionKind Condition,
    YesNoAnswer ReasonAsked = YesNoAnswer.NotAsked,
    Protected<string>? Reason = null,
    NonComplianceAnswer Answer = NonComplianceAnswer.NotRecorded) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Reason = Reason?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Reason = Reason?.Open(sealer) };
}

/// <summary>What is done when something was not complied with.</summary>
public enum NonComplianceAnswer
{
    NotRecorded,
    ReasonAccepted,
    MoreTimeGiven,
    Varied,
    ToBeProsecuted,
}
