namespace JourneyTracker.Domain.Facts;

/// <summary>She was arrested. She is a suspect, nothing more.</summary>
/// <param name="OffenceGroup">Code of the list offence_groups.</param>
/// <param name="Force">The arresting force's area, by its GSS code.</param>
/// <param name="Note">Anything else, sealed.</param>
[FactName("arrested.v1", "Arrested", Family.Police, 1)]
public sealed record Arrested(string? OffenceGroup = null, string? Force = null, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Note = Note?.Open(sealer) };
}

/// <summary>She went to a police interview of her own will, without arrest.</summary>
/// <param name="OffenceGroup">Code of the list offence_groups.</param>
/// <param name="Force">The force's area, by its GSS code.</param>
[FactName("attended-voluntarily.v1", "Attended voluntarily", Family.Police, 1)]
public sealed record AttendedVoluntarily(string? OffenceGroup = null, string? Force = null) : Fact;

/// <summary>Somebody asked whether she could be diverted from prosecution, and this is the answer. Declining is never a finding about her.</summary>
/// <param name="Decision">Offered, declined by her, or excluded.</param>
/// <param name="Why">The reason, sealed.</param>
[FactName("diversion-considered.v1", "Diversion considered", Family.Police, 3)]
public sealed record DiversionConsidered(DiversionDecision Decision, Protected<string>? Why = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Why = Why?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Why = Why?.Open(sealer) };
}

/// <summary>She was diverted from prosecution to support. The investigation is over.</summary>
/// <param name="Scheme">The kind of diversion.</param>
[FactName("diverted.v1", "Diverted", Family.Police, 4)]
public sealed record Diverted(DiversionScheme Scheme) : Fact;

/// <summary>Her diversion came to an end.</summary>
/// <param name="Outcome">How it ended.</param>
[FactName("diversion-closed.v1", "Diversion closed", Family.Police, 6)]
public sealed record DiversionClosed(DiversionOutcome Outcome) : Fact;

/// <summary>She was given a simple caution. It has no conditions and is spent at once.</summary>
/// <param name="OffenceGroup">Code of the list offence_groups.</param>
[FactName("cautioned.v1", "Cautioned", Family.Police, 5)]
public sealed record Cautioned(string? OffenceGroup = null) : Fact;

/// <summary>She was given a conditional caution.</summary>
/// <param name="Conditions">What she agreed to do.</param>
/// <param name="ConditionsEndOn">The last day for meeting the conditions; that day counts. The matter ends by itself after it.</param>
/// <param name="OffenceGroup">Code of the list offence_groups.</param>
[FactName("conditionally-cautioned.v1", "Conditionally cautioned", Family.Police, 5)]
public sealed record ConditionallyCautioned(
    ValueList<CautionCondition> Conditions, DateOnly? ConditionsEndOn = null, string? OffenceGroup = null) : Fact;

/// <summary>A prosecution was started. Being charged is not being convicted.</summary>
/// <param name="Form">The form in which it was started.</param>
/// <param name="Prosecutor">Code of the list agency_types: CPS, POLICE or NON_POLICE_PROSECUTOR.</param>
/// <param name="OffenceGroup">Code of the list offence_groups.</param>
/// <param name="OffenceOn">The day of the alleged offence, or the first day of a period.</param>
[FactName("prosecution-started.v1", "Prosecution started", Family.Police, 7)]
public sealed record ProsecutionStarted(
    ProsecutionForm Form, string? Prosecutor = null, string? OffenceGroup = null, DateOnly? OffenceOn = null) : Fact;

/// <summary>What came of considering diversion.</summary>
public enum DiversionDecision
{
    Offered,
    DeclinedByHer,
    Excluded,
}

/// <summary>The kind of diversion.</summary>
public enum DiversionScheme
{
    /// <summary>Police outcome 22, deferred prosecution included (list disposals, OUTCOME_22).</summary>
    DeferredProsecution,
    LiaisonAndDiversion,
    WomensCentre,
    Other,
    NotKnown,
}

/// <summary>How a diversion ended.</summary>
public enum DiversionOutcome
{
    Completed,
    NotCompleted,
    Withdrawn,
    NotKnown,
}

/// <summary>One condition of a conditional caution.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="DueOn">The last day for it; that day counts.</param>
public sealed record CautionCondition(CautionConditionKind Kind, DateOnly? DueOn = null);

/// <summary>What a condition of a conditional caution is for.</summary>
public enum CautionConditionKind
{
    Rehabilitative,
    Reparative,
    Punitive,
    WomensCentreAttendance,
    Other,
}

/// <summary>The form in which a prosecution is started.</summary>
public enum ProsecutionForm
{
    Charge,
    Requisition,
    Summons,
    SingleJusticeNotice,
    NotKnown,
}
