using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Facts;

/// <summary>A sentence as it was stored before a hospital order was sealed.</summary>
[FormerName("sentenced.v2", typeof(Sentenced))]
public sealed record SentencedV2(
    string Disposal,
    Term? Length = null,
    Term? OperationalPeriod = null,
    ValueList<Requirement>? Requirements = null,
    DateOnly? OffenceOn = null,
    Protected<ValueList<Requirement>>? TreatmentRequirements = null,
    DateOnly? ConvictedOn = null,
    string? OffenceGroup = null,
    bool? SdsPlus = null,
    ValueList<string>? EarlyReleaseExclusions = null,
    bool? Section250 = null,
    FactId? ConsecutiveTo = null) : FormerShape
{
    /// <summary>The same in the shape before it; null when that says less.</summary>
    internal SentencedV1? AsBefore() => (ConvictedOn, OffenceGroup, SdsPlus, EarlyReleaseExclusions, Section250, ConsecutiveTo) == (null, null, null, null, null, null)
        ? new(Disposal, Length, OperationalPeriod, Requirements, OffenceOn, TreatmentRequirements) { HappenedOn = HappenedOn, Matter = Matter }
        : null;

    public override Fact Lift() => new Sentenced(
        OtherDisposals.CodeOf(Disposal)!, Length, OperationalPeriod, Requirements, OffenceOn, TreatmentRequirements, ConvictedOn, OffenceGroup, SdsPlus, EarlyReleaseExclusions, Section250,
        ConsecutiveTo, OtherDisposals.Of(Disposal))
    { HappenedOn = HappenedOn, Matter = Matter };
}

/// <summary>A sentence as it was stored before the fields that the release dates turn on.</summary>
[FormerName("sentenced.v1", typeof(Sentenced))]
public sealed record SentencedV1(
    string Disposal,
    Term? Length = null,
    Term? OperationalPeriod = null,
    ValueList<Requirement>? Requirements = null,
    DateOnly? OffenceOn = null,
    Protected<ValueList<Requirement>>? TreatmentRequirements = null) : FormerShape
{
    public override Fact Lift() => new Sentenced(
        OtherDisposals.CodeOf(Disposal)!, Length, OperationalPeriod, Requirements, OffenceOn, TreatmentRequirements, Other: OtherDisposals.Of(Disposal))
    { HappenedOn = HappenedOn, Matter = Matter };
}

/// <summary>A report before sentence as it was stored before a proposed hospital order was sealed.</summary>
[FormerName("pre-sentence-report.v1", typeof(PreSentenceReport))]
public sealed record PreSentenceReportV1(
    ReportForm Form = ReportForm.NotRecorded, string? Proposal = null, Considered Dependants = Considered.NotRecorded) : FormerShape
{
    public override Fact Lift() => new PreSentenceReport(Form, OtherDisposals.CodeOf(Proposal), Dependants, OtherDisposals.Of(Proposal)) { HappenedOn = HappenedOn, Matter = Matter };
}
