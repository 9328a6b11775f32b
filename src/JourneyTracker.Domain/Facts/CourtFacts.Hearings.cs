namespace JourneyTracker.Domain.Facts;

/// <summary>There was a hearing. What the court decided is a fact of its own.</summary>
/// <param name="Kind">What it was for.</param>
/// <param name="Attendance">How she took part.</param>
/// <param name="NextHearingOn">The day she is next before the court.</param>
[FactName("hearing-held.v1", "Hearing", Family.Court, 1)]
public sealed record HearingHeld(HearingKind Kind = HearingKind.NotRecorded, Attendance Attendance = Attendance.NotRecorded, DateOnly? NextHearingOn = null) : Fact;

/// <summary>The court was given a report on whether and where she could be bailed.</summary>
/// <param name="Dependants">Whether it considered who depends on her.</param>
/// <param name="Accommodation">Whether it offered a place to live on bail; null when not known.</param>
[FactName("bail-information-report.v1", "Bail information report", Family.Court, 2)]
public sealed record BailInformationReport(Considered Dependants = Considered.NotRecorded, bool? Accommodation = null) : Fact;

/// <summary>A court bailed her.</summary>
/// <param name="Conditions">What she must do meanwhile.</param>
/// <param name="NextHearingOn">The day she is next before the court.</param>
[FactName("bailed.v1", "Bailed by the court", Family.Court, 4)]
public sealed record Bailed(ValueList<BailCondition>? Conditions = null, DateOnly? NextHearingOn = null) : Fact;

/// <summary>Probation reported to the court before sentence.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Proposal">What it proposed: code of the list disposals, court stage; OTHER for a hospital order, which only OtherProposal tells. Null when not known.</param>
/// <param name="Dependants">Whether it considered who depends on her.</param>
/// <param name="OtherProposal">Which other disposal, sealed (safeguards S11); beside OTHER it always stands in the journal.</param>
[FactName("pre-sentence-report.v2", "Pre-sentence report", Family.Court, 3)]
public sealed record PreSentenceReport(
    ReportForm Form = ReportForm.NotRecorded,
    string? Proposal = null,
    Considered Dependants = Considered.NotRecorded,
    Protected<OtherDisposal>? OtherProposal = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { OtherProposal = OtherDisposals.Seal(Proposal, OtherProposal, sealer) };

    public override Fact Open(ISealer sealer) => this with { OtherProposal = OtherProposal?.Open(sealer) };

    public override FormerShape? InFormerShape() => OtherProposal is null || OtherDisposals.Told(Proposal, OtherProposal) is not null
        ? new PreSentenceReportV1(Form, OtherDisposals.Told(Proposal, OtherProposal), Dependants) { HappenedOn = HappenedOn, Matter = Matter }
        : null;
}

/// <summary>A defence was raised for her. Which one is sealed, for it can say what was done to her; so the stored name does not say it either (safeguards S11).</summary>
/// <param name="Kind">Which defence, sealed.</param>
/// <param name="Note">Anything else, sealed.</param>
[FactName("defence-raised.v1", "Defence raised", Family.Court, 3)]
public sealed record DefenceRaised(Protected<DefenceKind> Kind, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Kind = Kind.Seal(sealer), Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Kind = Kind.Open(sealer), Note = Note?.Open(sealer) };
}

/// <summary>What a hearing is for.</summary>
public enum HearingKind
{
    NotRecorded,
    First,
    Bail,
    PleaAndPreparation,
    Trial,
    Sentence,
    Breach,
    Review,
    Appeal,
    Other,
}

/// <summary>How she took part in a hearing.</summary>
public enum Attendance
{
    NotRecorded,
    InPerson,
    ByVideo,
    NotRequired,
    Absent,
}

/// <summary>Whether a report considered something.</summary>
public enum Considered
{
    NotRecorded,
    Considered,
    NotConsidered,

    /// <summary>She was asked and prefers not to say.</summary>
    PrefersNotToSay,
}

/// <summary>The form of a pre-sentence report.</summary>
public enum ReportForm
{
    NotRecorded,
    Oral,

    /// <summary>Fast delivery, written.</summary>
    FastDelivery,
    Standard,
}

/// <summary>A defence.</summary>
public enum DefenceKind
{
    /// <summary>She is, or may be, a victim of trafficking or slavery.</summary>
    Trafficking,
    Duress,
    SelfDefence,
    LossOfControl,
    DiminishedResponsibility,
    Other,
}
