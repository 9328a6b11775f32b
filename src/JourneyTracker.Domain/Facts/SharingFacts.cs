using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Facts;

/// <summary>
/// She agreed that something of hers is shared. Consent can be unfree: given in custody or under a condition, only attended or not attended is shared, and it
/// is asked again at the women's centre (safeguards S8).
/// </summary>
/// <param name="To">What is shared, with whom and for what, sealed.</param>
/// <param name="Place">Where she was asked.</param>
/// <param name="Present">Who was there besides her and the person who asked, sealed.</param>
/// <param name="Interpreter">Whether an interpreter was there.</param>
/// <param name="Condition">Whether anything was attached to it.</param>
/// <param name="ReviewOn">The day on which she is asked again; sharing goes on until then, that day counts.</param>
[FactName("consent-given.v1", "Consent given", Family.Sharing, 1)]
public sealed record ConsentGiven(
    Protected<SharingTerms> To,
    ConsentPlace Place,
    Protected<ValueList<PersonPresent>>? Present = null,
    YesNoAnswer Interpreter = YesNoAnswer.NotAsked,
    ConsentCondition Condition = ConsentCondition.NotAsked,
    DateOnly? ReviewOn = null) : Fact
{
    /// <summary>Whether it was given in custody or under a condition, or nobody asked which: then only attendance is shared.</summary>
    public bool MayBeUnfree() => Place is ConsentPlace.Custody or ConsentPlace.PoliceStation or ConsentPlace.NotRecorded || Condition != ConsentCondition.None;

    public override Fact Seal(ISealer sealer) => this with { To = To.Seal(sealer), Present = Present?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { To = To.Open(sealer), Present = Present?.Open(sealer) };
}

/// <summary>She took her consent back. Nothing more is shared from that day on. Never a finding about her.</summary>
/// <param name="Consent">The consent that she takes back; null for all of them.</param>
/// <param name="Words">What she said, sealed.</param>
[FactName("consent-withdrawn.v1", "Consent withdrawn", Family.Sharing, 3)]
public sealed record ConsentWithdrawn(FactId? Consent = null, Protected<string>? Words = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Words = Words?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Words = Words?.Open(sealer) };
}

/// <summary>An agency decided whether to share something about her, with her consent or on another ground. An override needs its reason.</summary>
/// <param name="Decision">What was decided.</param>
/// <param name="Ground">On what ground.</param>
/// <param name="To">What is shared, with whom and for what, sealed.</param>
/// <param name="Why">The reason, sealed; needed for an override.</param>
/// <param name="SheWasTold">Whether she was told.</param>
/// <param name="ReviewOn">The day on which it is looked at again.</param>
[FactName("sharing-decided.v1", "Sharing decided", Family.Sharing, 2)]
public sealed record SharingDecided(
    SharingDecision Decision,
    SharingGround Ground,
    Protected<SharingTerms>? To = null,
    Protected<string>? Why = null,
    YesNoAnswer SheWasTold = YesNoAnswer.NotAsked,
    DateOnly? ReviewOn = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { To = To?.Seal(sealer), Why = Why?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { To = To?.Open(sealer), Why = Why?.Open(sealer) };
}

/// <summary>What is shared, with whom and for what.</summary>
/// <param name="Scope">What is shared, each part by itself.</param>
/// <param name="Recipients">With whom: only those who are named.</param>
/// <param name="Purpose">For what, in words she understands.</param>
public sealed record SharingTerms(ValueList<SharingScope> Scope, ValueList<Recipient> Recipients, string? Purpose = null);

/// <summary>Somebody with whom something is shared.</summary>
/// <param name="Agency">The agency's name, as it records.</param>
/// <param name="Person">One person there, by user name; null for the whole agency. Disclosures are shared with a named person or agency only.</param>
public sealed record Recipient(string Agency, string? Person = null);

/// <summary>Part of her record that can be shared by itself.</summary>
public enum SharingScope
{
    /// <summary>Attended or not attended, nothing else.</summary>
    Attendance,

    /// <summary>What support she has, and how it goes.</summary>
    Engagement,
    Needs,
    Plan,
    Circumstances,

    /// <summary>Who cares for her children. Never part of another scope (safeguards S4).</summary>
    Children,
    Health,
    SafeContact,

    /// <summary>Domestic and sexual abuse. Never part of another scope (safeguards S3).</summary>
    Abuse,

    /// <summary>Prostitution or sex work. Never part of another scope (safeguards S3).</summary>
    SexWork,
}

/// <summary>Where she was asked.</summary>
public enum ConsentPlace
{
    NotRecorded,
    WomensCentre,
    CommunityService,
    HerHome,
    ByPhone,
    PoliceStation,
    Court,
    ProbationOffice,
    Custody,
    Other,
}

/// <summary>Who was there when she was asked.</summary>
public enum PersonPresent
{
    NobodyElse,
    Partner,
    Child,
    FamilyOrFriend,
    Interpreter,
    PoliceOfficer,
    PrisonOfficer,
    ProbationPractitioner,
    OtherPractitioner,
    Other,
}

/// <summary>What was attached to her consent.</summary>
public enum ConsentCondition
{
    NotAsked,
    None,
    Caution,
    Bail,
    CommunityOrder,
    Licence,
    Other,
}

/// <summary>What was decided on sharing.</summary>
public enum SharingDecision
{
    Shared,
    NotShared,
}

/// <summary>On what ground something is shared (ig_rules IG-09 to IG-11).</summary>
public enum SharingGround
{
    Consent,

    /// <summary>Somebody is in danger. It overrides her choice and is logged with its reason.</summary>
    Safeguarding,
    LegalDuty,
    PublicTask,
    Other,
}
