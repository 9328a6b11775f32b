using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Facts;

/// <summary>A court sentenced her. Each sentence passed on one day is a fact of its own.</summary>
/// <param name="Disposal">Code of the list disposals, court stage.</param>
/// <param name="Length">The length of the order, of the custodial term, or of the term that is suspended; null for a fine or a discharge without one.</param>
/// <param name="OperationalPeriod">For a suspended sentence: how long a further offence can bring it into effect.</param>
/// <param name="Requirements">Requirements of a community order or suspended sentence that say nothing of her health.</param>
/// <param name="TreatmentRequirements">Treatment for mental health, drugs or alcohol, sealed: they are health information (safeguards S11).</param>
/// <param name="OffenceOn">The day of the offence, or the first day of a period: some rules turn on it.</param>
/// <param name="ConvictedOn">The day she was convicted of it, where that is another day: some rules turn on it.</param>
/// <param name="OffenceGroup">Code of the list offence_groups.</param>
/// <param name="SdsPlus">Whether the sentence is one of those released at a later point than most (rules REL-02 and REL-03); null when not known.</param>
/// <param name="EarlyReleaseExclusions">Codes of the list early_release_exclusions: why an earlier release point leaves this sentence out; NONE when somebody looked and found none, null when nobody looked.</param>
/// <param name="Section250">Whether it was passed for an offence of her youth (rules REL-10 and REC-08); null when not known.</param>
/// <param name="ConsecutiveTo">The sentence after which this one runs; null when it runs from the day it was passed.</param>
[FactName("sentenced.v2", "Sentenced", Family.Court, 8)]
public sealed record Sentenced(
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
    FactId? ConsecutiveTo = null) : Fact
{
    /// <summary>Kinds of requirement that are always sealed (list requirement_types).</summary>
    public static IReadOnlySet<string> Treatment { get; } = new HashSet<string>(StringComparer.Ordinal) { "MHTR", "DRR", "ATR", "AAMR", "CSTR" };

    public override Fact Seal(ISealer sealer) => this with { TreatmentRequirements = TreatmentRequirements?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { TreatmentRequirements = TreatmentRequirements?.Open(sealer) };

    public override FormerShape? InFormerShape() =>
        (ConvictedOn, OffenceGroup, SdsPlus, EarlyReleaseExclusions, Section250, ConsecutiveTo) == (null, null, null, null, null, null)
            ? new SentencedV1(Disposal, Length, OperationalPeriod, Requirements, OffenceOn, TreatmentRequirements) { HappenedOn = HappenedOn, Matter = Matter }
            : null;
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
    public override Fact Lift() =>
        new Sentenced(Disposal, Length, OperationalPeriod, Requirements, OffenceOn, TreatmentRequirements) { HappenedOn = HappenedOn, Matter = Matter };
}

/// <summary>A requirement of a community order or suspended sentence order.</summary>
/// <param name="Kind">Code of the list requirement_types.</param>
/// <param name="Hours">Hours, where the requirement is counted in hours (unpaid work).</param>
/// <param name="Days">Days, where it is counted in days (rehabilitation activity).</param>
/// <param name="Length">How long it runs, where it has a length.</param>
public sealed record Requirement(string Kind, int? Hours = null, int? Days = null, Term? Length = null);
