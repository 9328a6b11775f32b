namespace JourneyTracker.Domain.Facts;

/// <summary>What she told of her circumstances. Each answer is left out when it was not talked about; all of it is sealed.</summary>
/// <param name="Told">Her answers, sealed.</param>
[FactName("circumstances-recorded.v1", "Circumstances talked over", Family.Support, 3)]
public sealed record CircumstancesRecorded(Protected<Circumstances> Told) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Told = Told.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Told = Told.Open(sealer) };
}

/// <summary>Her circumstances in her own answers.</summary>
/// <param name="Children">Her children and who cares for them.</param>
/// <param name="Pregnancy">Whether she is pregnant.</param>
/// <param name="CoercivePartner">Whether a partner or former partner controls or frightens her: a disclosure, hers to share (safeguards S3).</param>
/// <param name="TenancyAtRisk">Whether her home is at risk.</param>
/// <param name="CareExperience">Whether she was in care as a child.</param>
/// <param name="BrainInjury">Whether she has, or may have, an injury to the brain.</param>
/// <param name="Autism">Whether she is, or may be, autistic.</param>
/// <param name="CaresForSomeone">Whether she looks after somebody else: a parent, a partner, a brother or sister.</param>
public sealed record Circumstances(
    ChildrenTold? Children = null,
    PregnancyTold? Pregnancy = null,
    DisclosureAnswer? CoercivePartner = null,
    YesNoAnswer? TenancyAtRisk = null,
    YesNoAnswer? CareExperience = null,
    YesNoAnswer? BrainInjury = null,
    YesNoAnswer? Autism = null,
    YesNoAnswer? CaresForSomeone = null);

/// <summary>Her children, as she tells it. The question says first why it is asked and who will see the answer (safeguards S4).</summary>
/// <param name="HasChildren">Whether she has children under 18.</param>
/// <param name="ToldWhy">Whether she was told first why it is asked and who will see the answer.</param>
/// <param name="Number">How many are under 18.</param>
/// <param name="CaredForBy">Who cares for them now, each who does.</param>
/// <param name="EnteredCare">How many came into public care because she went into custody, as far as known.</param>
public sealed record ChildrenTold(
    YesNoAnswer HasChildren, YesNoAnswer ToldWhy = YesNoAnswer.NotAsked, int? Number = null, ValueList<ChildrenCaredForBy>? CaredForBy = null, int? EnteredCare = null);

/// <summary>Whether she is pregnant.</summary>
/// <param name="Answer">Her answer.</param>
/// <param name="DueOn">The day the child is expected.</param>
public sealed record PregnancyTold(YesNoAnswer Answer, DateOnly? DueOn = null);

/// <summary>
/// A referral for her protection, and the stored name does not say what for. Being referred as somebody who may have been trafficked goes through the National
/// Referral Mechanism.
/// </summary>
/// <param name="Kind">What for, sealed.</param>
/// <param name="Agreed">Whether she agreed, sealed.</param>
[FactName("protection-referred.v1", "Referral for her protection", Family.Support, 1)]
public sealed record ProtectionReferred(Protected<ProtectionKind> Kind, Protected<YesNoAnswer>? Agreed = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Kind = Kind.Seal(sealer), Agreed = Agreed?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Kind = Kind.Open(sealer), Agreed = Agreed?.Open(sealer) };
}

/// <summary>The answer to a referral for her protection.</summary>
/// <param name="Kind">What the referral was for, sealed.</param>
/// <param name="Decision">What was decided, sealed.</param>
[FactName("protection-decided.v1", "Decision on a referral for her protection", Family.Support, 2)]
public sealed record ProtectionDecided(Protected<ProtectionKind> Kind, Protected<ProtectionDecision> Decision) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Kind = Kind.Seal(sealer), Decision = Decision.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Kind = Kind.Open(sealer), Decision = Decision.Open(sealer) };
}

/// <summary>She was asked about her right to be here and to public funds, or it became known. That it was asked says nothing about her.</summary>
/// <param name="Status">Her immigration status, sealed.</param>
/// <param name="NoRecourseToPublicFunds">Whether public funds are closed to her, sealed.</param>
[FactName("immigration-status.v1", "Immigration status asked", Family.Support, 3)]
public sealed record ImmigrationStatusRecorded(Protected<ImmigrationStatus>? Status = null, Protected<YesNoAnswer>? NoRecourseToPublicFunds = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Status = Status?.Seal(sealer), NoRecourseToPublicFunds = NoRecourseToPublicFunds?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Status = Status?.Open(sealer), NoRecourseToPublicFunds = NoRecourseToPublicFunds?.Open(sealer) };
}

/// <summary>An answer that is hers to disclose (safeguards S3). None of them is "no".</summary>
public enum DisclosureAnswer
{
    NotAsked,
    AskedNothingShared,
    Shared,
    PrefersNotToSay,
}

/// <summary>Who cares for her children.</summary>
public enum ChildrenCaredForBy
{
    NotAsked,
    PrefersNotToSay,
    Her,
    OtherParent,
    Family,
    Friends,
    FosterCare,
    AdoptedOrSpecialGuardian,

    /// <summary>With her in a mother and baby unit.</summary>
    WithHerInCustody,
    NotKnown,
}

/// <summary>What a referral for her protection is for.</summary>
public enum ProtectionKind
{
    /// <summary>Trafficking or modern slavery: the National Referral Mechanism.</summary>
    Trafficking,

    /// <summary>Safeguarding of an adult.</summary>
    AdultSafeguarding,
    Other,
}

/// <summary>What was decided on a referral for her protection.</summary>
public enum ProtectionDecision
{
    NotRecorded,

    /// <summary>For trafficking: there are reasonable grounds.</summary>
    ReasonableGrounds,
    NoReasonableGrounds,

    /// <summary>For trafficking: there are conclusive grounds.</summary>
    ConclusiveGrounds,
    NoConclusiveGrounds,
    Accepted,
    NotAccepted,
    Withdrawn,
}

/// <summary>Her right to be here.</summary>
public enum ImmigrationStatus
{
    NotAsked,
    PrefersNotToSay,
    BritishOrIrish,
    SettledOrIndefiniteLeave,
    LimitedLeave,
    AwaitingDecision,
    RefugeeOrHumanitarianProtection,
    NoLeave,
    NotKnown,
}
