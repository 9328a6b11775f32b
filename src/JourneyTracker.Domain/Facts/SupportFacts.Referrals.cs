namespace JourneyTracker.Domain.Facts;

/// <summary>She was referred to a service, or asked for it herself. What follows on one referral is tied to it by the same matter, or else by the same kind of support.</summary>
/// <param name="For">The support that is sought, sealed.</param>
/// <param name="Route">Where the referral came from.</param>
/// <param name="Agreed">Whether she agreed to the referral.</param>
/// <param name="Note">Anything else, sealed.</param>
[FactName("referred.v1", "Referred", Family.Support, 1)]
public sealed record Referred(
    Protected<SupportFor>? For = null, ReferralRoute Route = ReferralRoute.NotRecorded, YesNoAnswer Agreed = YesNoAnswer.NotAsked, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { For = For?.Seal(sealer), Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { For = For?.Open(sealer), Note = Note?.Open(sealer) };
}

/// <summary>A service accepted the referral. She may not have met anybody yet.</summary>
/// <param name="For">The support, sealed.</param>
/// <param name="FirstAppointmentOn">The day she is to be seen first, when it was given.</param>
[FactName("referral-accepted.v1", "Referral accepted", Family.Support, 2)]
public sealed record ReferralAccepted(Protected<SupportFor>? For = null, DateOnly? FirstAppointmentOn = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { For = For?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { For = For?.Open(sealer) };
}

/// <summary>A referral came to nothing: the service could not take it, or she did not want it. Declining is never a finding about her.</summary>
/// <param name="By">Who declined.</param>
/// <param name="For">The support, sealed.</param>
/// <param name="Why">The reason, sealed.</param>
[FactName("referral-declined.v1", "Referral declined", Family.Support, 2)]
public sealed record ReferralDeclined(DeclinedBy By, Protected<SupportFor>? For = null, Protected<string>? Why = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { For = For?.Seal(sealer), Why = Why?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { For = For?.Open(sealer), Why = Why?.Open(sealer) };
}

/// <summary>A service and she met or spoke for the first time after a referral. A letter, or a call that she did not answer, is none.</summary>
/// <param name="For">The support, sealed.</param>
/// <param name="Mode">How they met.</param>
[FactName("first-contact.v1", "First contact", Family.Support, 4)]
public sealed record FirstContact(Protected<SupportFor>? For = null, ContactMode Mode = ContactMode.NotRecorded) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { For = For?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { For = For?.Open(sealer) };
}

/// <summary>She came to a session.</summary>
/// <param name="For">The support, sealed.</param>
/// <param name="Mode">How they met.</param>
/// <param name="Note">What was done, sealed.</param>
[FactName("session-kept.v1", "Session kept", Family.Support, 5)]
public sealed record SessionKept(Protected<SupportFor>? For = null, ContactMode Mode = ContactMode.NotRecorded, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { For = For?.Seal(sealer), Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { For = For?.Open(sealer), Note = Note?.Open(sealer) };
}

/// <summary>
/// A session did not happen. It says nothing against her until its reason was asked and a named person found it not acceptable (safeguards S2): homelessness,
/// caring and disability hide behind missed sessions.
/// </summary>
/// <param name="For">The support, sealed.</param>
/// <param name="Reason">Her reason, sealed: it can tell of her health or her safety. Left out when she was not asked.</param>
/// <param name="Judgement">Whether the reason was found acceptable.</param>
/// <param name="JudgedBy">The user name of the person who judged, sealed; needed when it was not acceptable.</param>
/// <param name="Note">Anything else, sealed.</param>
[FactName("session-missed.v1", "Session missed", Family.Support, 5)]
public sealed record SessionMissed(
    Protected<SupportFor>? For = null,
    Protected<SessionMissedReason>? Reason = null,
    SessionMissedJudgement Judgement = SessionMissedJudgement.NotJudged,
    Protected<string>? JudgedBy = null,
    Protected<string>? Note = null) : Fact
{
    /// <summary>
    /// Whether it may count against her at all: a reason she gave was found not acceptable, and it can be read who found so. What is sealed or erased counts as not known.
    /// </summary>
    public bool Counts() =>
        Judgement == SessionMissedJudgement.NotAcceptable && JudgedBy is { IsOpen: true } by && !string.IsNullOrWhiteSpace(by.Value) && Reason is { IsOpen: true } reason
        && reason.Value is not (SessionMissedReason.NotAsked or SessionMissedReason.PrefersNotToSay or SessionMissedReason.NoAnswer or SessionMissedReason.NotTold or SessionMissedReason.CancelledByService);

    public override Fact Seal(ISealer sealer) => this with
    {
        For = For?.Seal(sealer),
        Reason = Reason?.Seal(sealer),
        JudgedBy = JudgedBy?.Seal(sealer),
        Note = Note?.Seal(sealer),
    };

    public override Fact Open(ISealer sealer) => this with
    {
        For = For?.Open(sealer),
        Reason = Reason?.Open(sealer),
        JudgedBy = JudgedBy?.Open(sealer),
        Note = Note?.Open(sealer),
    };
}

/// <summary>Support came to an end. From that day on the service no longer works with her.</summary>
/// <param name="Reason">Why it ended.</param>
/// <param name="For">The support, sealed.</param>
/// <param name="Note">Anything else, sealed.</param>
[FactName("support-ended.v1", "Support ended", Family.Support, 8)]
public sealed record SupportEnded(SupportEndReason Reason, Protected<SupportFor>? For = null, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { For = For?.Seal(sealer), Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { For = For?.Open(sealer), Note = Note?.Open(sealer) };
}

/// <summary>Where a referral came from.</summary>
public enum ReferralRoute
{
    NotRecorded,

    /// <summary>She asked for it herself.</summary>
    Herself,
    Police,
    LiaisonAndDiversion,
    Court,
    Probation,
    Prison,

    /// <summary>A service outside justice. Which one is not told here: it could say something of her health or safety.</summary>
    CommunityService,
    Other,
}

/// <summary>Who declined a referral.</summary>
public enum DeclinedBy
{
    NotRecorded,

    /// <summary>She did not want it, or not now.</summary>
    Her,

    /// <summary>The service had no place, or she is outside what it is for.</summary>
    Service,
}

/// <summary>Why she did not come to a session, in her own answer.</summary>
public enum SessionMissedReason
{
    NotAsked,
    PrefersNotToSay,

    /// <summary>She was asked and could not be reached for an answer.</summary>
    NoAnswer,
    Childcare,
    CaringForSomeone,
    Health,
    NotSafeToCome,
    NowhereToLive,
    TravelOrMoney,
    WorkOrTraining,
    OtherAppointment,
    InCustody,

    /// <summary>She had not been told, or had been told another day.</summary>
    NotTold,

    /// <summary>The service cancelled.</summary>
    CancelledByService,
    DidNotWantTo,
    Other,
}

/// <summary>What was thought of the reason for a missed session.</summary>
public enum SessionMissedJudgement
{
    NotJudged,
    Acceptable,

    /// <summary>Needs the reason that was asked for and the person who judged.</summary>
    NotAcceptable,
}

/// <summary>Why support ended.</summary>
public enum SupportEndReason
{
    NotRecorded,

    /// <summary>What was planned was done.</summary>
    Completed,
    MovedToAnotherService,

    /// <summary>She chose to stop. Never a finding about her.</summary>
    HerChoice,

    /// <summary>The service could not reach her any more.</summary>
    OutOfTouch,
    MovedAway,
    WentIntoCustody,

    /// <summary>The service could not go on: funding, staff, closure.</summary>
    ServiceStopped,
    Died,
    Other,
}
