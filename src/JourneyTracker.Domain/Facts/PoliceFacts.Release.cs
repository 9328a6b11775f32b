namespace JourneyTracker.Domain.Facts;

/// <summary>She was offered a screening by liaison and diversion at the police station or court.</summary>
/// <param name="Agreed">Whether she agreed to it. Declining is never a finding about her.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Needs">What came up, sealed: codes of the list needs.</param>
/// <param name="Note">Anything else, sealed.</param>
[FactName("liaison-and-diversion-screened.v1", "Liaison and diversion screening", Family.Police, 2)]
public sealed record LiaisonAndDiversionScreened(
    YesNoAnswer Agreed = YesNoAnswer.NotAsked,
    ScreeningOutcome Outcome = ScreeningOutcome.NotRecorded,
    Protected<ValueList<string>>? Needs = null,
    Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Needs = Needs?.Seal(sealer), Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Needs = Needs?.Open(sealer), Note = Note?.Open(sealer) };
}

/// <summary>The police released her while they go on investigating. There is no bail, no day to return and no condition (rule BAIL-02).</summary>
[FactName("released-under-investigation.v1", "Released under investigation", Family.Police, 3)]
public sealed record ReleasedUnderInvestigation : Fact;

/// <summary>The police released her on bail before any charge. Recorded again when the bail is extended or varied.</summary>
/// <param name="ReturnOn">The day she is to answer bail; the bail does not end by itself on it.</param>
/// <param name="Conditions">What she must do meanwhile.</param>
[FactName("police-bailed.v1", "Released on police bail", Family.Police, 3)]
public sealed record PoliceBailed(DateOnly? ReturnOn = null, ValueList<BailCondition>? Conditions = null) : Fact;

/// <summary>The police take no further action. The investigation is over and nothing is held against her.</summary>
/// <param name="Reason">The reason.</param>
[FactName("no-further-action.v1", "No further action", Family.Police, 8)]
public sealed record NoFurtherAction(NoFurtherActionReason Reason = NoFurtherActionReason.NotRecorded) : Fact;

/// <summary>What came of a screening.</summary>
public enum ScreeningOutcome
{
    NotRecorded,
    NoSupportAskedFor,
    Referred,
    SupportedAlready,
    DeclinedByHer,
    NotSeen,
}

/// <summary>A condition of bail.</summary>
public enum BailCondition
{
    Residence,
    Curfew,
    ElectronicMonitoring,
    Reporting,
    NoContact,
    KeepAway,
    Surety,
    BailAccommodation,
    Other,
}

/// <summary>Why the police take no further action.</summary>
public enum NoFurtherActionReason
{
    NotRecorded,
    NotEnoughEvidence,
    NotInThePublicInterest,
    Other,
}
