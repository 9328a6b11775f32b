namespace JourneyTracker.Domain.Facts;

/// <summary>The conditions of her licence or supervision were set or changed; they replace those set before.</summary>
/// <param name="Conditions">Codes of the list licence_conditions that say nothing of her health.</param>
/// <param name="HealthConditions">Those about drugs, alcohol or treatment, sealed (safeguards S11).</param>
/// <param name="EndOn">Their last day; that day counts. Null when it is the licence's own.</param>
[FactName("conditions-set.v1", "Conditions set", Family.Supervision, 1)]
public sealed record ConditionsSet(
    ValueList<string>? Conditions = null, Protected<ValueList<string>>? HealthConditions = null, DateOnly? EndOn = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { HealthConditions = HealthConditions?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { HealthConditions = HealthConditions?.Open(sealer) };
}

/// <summary>Her conditions were explained to her.</summary>
/// <param name="Understood">Whether she says that she understood them.</param>
/// <param name="How">How they were explained.</param>
/// <param name="Interpreter">Whether an interpreter or another help to understand was there.</param>
[FactName("conditions-explained.v1", "Conditions explained", Family.Supervision, 2)]
public sealed record ConditionsExplained(
    YesNoAnswer Understood = YesNoAnswer.NotAsked, ExplainedBy How = ExplainedBy.NotRecorded, YesNoAnswer Interpreter = YesNoAnswer.NotAsked) : Fact;

/// <summary>She kept an appointment with the officer or service that supervises her.</summary>
/// <param name="How">How she met them.</param>
[FactName("appointment-kept.v1", "Appointment kept", Family.Supervision, 6)]
public sealed record AppointmentKept(ExplainedBy How = ExplainedBy.NotRecorded) : Fact;

/// <summary>
/// She did not keep an appointment. That says nothing about her until she was asked why, and a named person found the reason unacceptable (safeguards S2):
/// illness, caring, travel, fear and not having been told hide behind absences.
/// </summary>
/// <param name="ReasonAsked">Whether she was asked why.</param>
/// <param name="Reason">The reason, sealed.</param>
/// <param name="Words">The reason in her words, sealed.</param>
/// <param name="Found">What the reason was found to be.</param>
/// <param name="FoundBy">The user name of the person who found so; null while nobody has.</param>
[FactName("appointment-missed.v1", "Appointment missed", Family.Supervision, 6)]
public sealed record AppointmentMissed(
    YesNoAnswer ReasonAsked = YesNoAnswer.NotAsked,
    Protected<AbsenceReason>? Reason = null,
    Protected<string>? Words = null,
    AbsenceFinding Found = AbsenceFinding.NotDecided,
    string? FoundBy = null) : Fact
{
    /// <summary>Whether the absence may count against her at all: she was asked, and a named person found the reason unacceptable. Who was not told of it, or keeps the reason to herself, has not missed it.</summary>
    public bool Counts() =>
        ReasonAsked == YesNoAnswer.Yes && Found == AbsenceFinding.Unacceptable && FoundBy is not null && Reason is not { IsOpen: true, Value: AbsenceReason.NotTold or AbsenceReason.PrefersNotToSay };

    public override Fact Seal(ISealer sealer) => this with { Reason = Reason?.Seal(sealer), Words = Words?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Reason = Reason?.Open(sealer), Words = Words?.Open(sealer) };
}

/// <summary>She was warned.</summary>
/// <param name="Kind">The kind of warning.</param>
/// <param name="Explained">Whether what was meant was explained to her.</param>
/// <param name="About">What it was about; null when nobody said. A warning about an absence counts only when the absence does, and one that does not say what it was about counts never (safeguards S2).</param>
/// <param name="MissedOn">For a missed appointment: the day of it.</param>
[FactName("warned.v2", "Warned", Family.Supervision, 7)]
public sealed record Warned(
    WarningKind Kind = WarningKind.NotRecorded,
    YesNoAnswer Explained = YesNoAnswer.NotAsked,
    WarningAbout? About = null,
    DateOnly? MissedOn = null) : Fact
{
    public override FormerShape? InFormerShape() =>
        (About, MissedOn) == (null, null) ? new WarnedV1(Kind, Explained) { HappenedOn = HappenedOn, Matter = Matter } : null;
}

/// <summary>A warning as it was stored before it said what it was about.</summary>
[FormerName("warned.v1", typeof(Warned))]
public sealed record WarnedV1(WarningKind Kind = WarningKind.NotRecorded, YesNoAnswer Explained = YesNoAnswer.NotAsked) : FormerShape
{
    public override Fact Lift() => new Warned(Kind, Explained) { HappenedOn = HappenedOn, Matter = Matter };
}

/// <summary>How something was explained to her, or how she met somebody.</summary>
public enum ExplainedBy
{
    NotRecorded,
    InPerson,
    ByVideo,
    ByPhone,
    InWriting,
}

/// <summary>Why an appointment was not kept.</summary>
public enum AbsenceReason
{
    NotKnown,
    PrefersNotToSay,
    Health,
    ChildrenOrCaring,
    NoHome,
    TravelOrMoney,
    WorkOrTraining,
    OtherAppointment,
    NotTold,
    NotSafe,
    Other,
}

/// <summary>What the reason of an absence was found to be.</summary>
public enum AbsenceFinding
{
    NotDecided,
    Acceptable,
    Unacceptable,
}

/// <summary>A kind of warning.</summary>
public enum WarningKind
{
    NotRecorded,
    Spoken,
    Letter,
    FinalLetter,
}

/// <summary>What a warning was about.</summary>
public enum WarningAbout
{
    MissedAppointment,
    SomethingElse,
}
