namespace JourneyTracker.Domain.Facts;

/// <summary>Where she lives from that day on, as a kind of place. Never an address (safeguards S6).</summary>
/// <param name="Status">Settled, temporary or not housed.</param>
/// <param name="Kind">The kind of place, sealed: a refuge tells of abuse.</param>
/// <param name="Until">For a placement that ends: its last day, that day counts.</param>
[FactName("accommodation-status.v1", "Accommodation", Family.Support, 6)]
public sealed record AccommodationStatusRecorded(AccommodationStatus Status, Protected<AccommodationKind>? Kind = null, DateOnly? Until = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Kind = Kind?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Kind = Kind?.Open(sealer) };
}

/// <summary>How her tenancy stands, with the days that run. The days are the landlord's or the agency's own: none is worked out here.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="RentCoveredUntil">The last day for which rent is covered while she is away; that day counts.</param>
/// <param name="NoticeEndsOn">The last day of a notice; that day counts.</param>
/// <param name="Note">Anything else, sealed.</param>
[FactName("tenancy-status.v1", "Tenancy", Family.Support, 6)]
public sealed record TenancyStatusRecorded(
    TenancyStatus Status, DateOnly? RentCoveredUntil = null, DateOnly? NoticeEndsOn = null, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Note = Note?.Open(sealer) };
}

/// <summary>How a benefit of hers stands, with the days that run. The days are the agency's own: none is worked out here.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="Kind">Which benefit, sealed: some are for health or for carers.</param>
/// <param name="NextPaymentOn">The day of the next, or the first, payment.</param>
/// <param name="EndsOn">The last day for which it is paid; that day counts.</param>
[FactName("benefit-status.v1", "Benefit", Family.Support, 6)]
public sealed record BenefitStatusRecorded(
    BenefitStatus Status, Protected<BenefitKind>? Kind = null, DateOnly? NextPaymentOn = null, DateOnly? EndsOn = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Kind = Kind?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Kind = Kind?.Open(sealer) };
}

/// <summary>A public authority told a council that she is homeless or may become so.</summary>
/// <param name="By">Kind of the authority that referred: code of the list agency_types, sealed because a health service may be among them.</param>
/// <param name="Agreed">Whether she agreed to it and to the council.</param>
[FactName("duty-to-refer.v1", "Duty to refer: referral made", Family.Support, 1)]
public sealed record DutyToRefer(Protected<string>? By = null, YesNoAnswer Agreed = YesNoAnswer.NotAsked) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { By = By?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { By = By?.Open(sealer) };
}

/// <summary>The council answered a referral under the duty to refer.</summary>
/// <param name="Answer">What it answered.</param>
/// <param name="Why">The reason, sealed.</param>
[FactName("duty-to-refer-answered.v1", "Duty to refer: the council answered", Family.Support, 2)]
public sealed record DutyToReferAnswered(DutyToReferAnswer Answer, Protected<string>? Why = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Why = Why?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Why = Why?.Open(sealer) };
}

/// <summary>Whether she works, from that day on.</summary>
/// <param name="Status">What she says, or what is known.</param>
[FactName("employment-status.v1", "Work, education and training", Family.Support, 6)]
public sealed record EmploymentStatusRecorded(EmploymentStatus Status) : Fact;

/// <summary>How she is housed, in the three classes that outcomes after release are counted by (metrics M15 and M15b).</summary>
public enum AccommodationStatus
{
    NotAsked,
    PrefersNotToSay,

    /// <summary>A lasting home.</summary>
    Settled,

    /// <summary>A roof for now: placements, supported and temporary places, staying with others.</summary>
    Temporary,

    /// <summary>Rough sleeping, a shelter, an emergency hostel, a campsite or a squat.</summary>
    NotHoused,
    NotKnown,
}

/// <summary>The kind of place.</summary>
public enum AccommodationKind
{
    NotAsked,
    PrefersNotToSay,
    OwnHome,
    SocialTenancy,
    PrivateTenancy,
    FamilyOrFriends,
    SupportedHousing,
    ApprovedPremises,
    BailAccommodationAndSupport,

    /// <summary>That it is a refuge, never where.</summary>
    Refuge,
    ResidentialWomensCentre,
    TreatmentCentre,
    AsylumAccommodation,
    CouncilTemporary,
    EmergencyHostel,
    NightShelter,
    RoughSleeping,
    Squat,
    Campsite,
    Other,
}

/// <summary>How a tenancy stands.</summary>
public enum TenancyStatus
{
    NotAsked,
    PrefersNotToSay,
    NoTenancy,
    Held,
    AtRisk,
    NoticeGiven,
    GivenUp,
    Lost,
    NotKnown,
}

/// <summary>How a benefit stands.</summary>
public enum BenefitStatus
{
    NotAsked,
    PrefersNotToSay,
    NotClaimed,
    ClaimMade,
    InPayment,
    Suspended,
    Stopped,
    Refused,
    NotKnown,
}

/// <summary>Which benefit.</summary>
public enum BenefitKind
{
    UniversalCredit,
    HousingCosts,
    PersonalIndependencePayment,
    EmploymentAndSupportAllowance,
    CarersAllowance,
    ChildBenefit,
    StatePension,
    Other,
}

/// <summary>What a council answered.</summary>
public enum DutyToReferAnswer
{
    NotRecorded,
    Accepted,
    NotAccepted,

    /// <summary>It asked for more, or sent it on to another council.</summary>
    SentOn,
}

/// <summary>Whether she works, in the classes that outcomes after release are counted by (metrics M14 and M14b).</summary>
public enum EmploymentStatus
{
    NotAsked,
    PrefersNotToSay,
    Employed,
    SelfEmployed,
    EducationOrTraining,
    Volunteering,
    LookingForWork,

    /// <summary>Not available for work. Why is not told here.</summary>
    NotAvailable,
    NotKnown,
}
