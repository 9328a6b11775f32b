using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Facts;

/// <summary>A court sentenced her. Each sentence passed on one day is a fact of its own.</summary>
/// <param name="Disposal">Code of the list disposals, court stage; OTHER for a hospital order, which only Other tells.</param>
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
/// <param name="Other">Which other disposal, sealed: a hospital order is health information (safeguards S11). Beside OTHER it always stands in the journal, so that its being there tells nothing.</param>

[FactName("sentenced.v3", "Sentenced", Family.Court, 8)]
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
    FactId? ConsecutiveTo = null,
    Protected<OtherDisposal>? Other = null) : Fact
{
    /// <summary>Kinds of requirement that are always sealed (list requirement_types).</summary>
    public static IReadOnlySet<string> Treatment { get; } = new HashSet<string>(StringComparer.Ordinal) { "MHTR", "DRR", "ATR", "AAMR", "CSTR" };

    /// <summary>The disposal's own code, as far as it can be read here.</summary>
    public string ToldDisposal() => OtherDisposals.Told(Disposal, Other) ?? Disposal;

    public override Fact Seal(ISealer sealer) => this with { TreatmentRequirements = TreatmentRequirements?.Seal(sealer), Other = OtherDisposals.Seal(Disposal, Other, sealer) };

    public override Fact Open(ISealer sealer) => this with { TreatmentRequirements = TreatmentRequirements?.Open(sealer), Other = Other?.Open(sealer) };

    public override FormerShape? InFormerShape()
    {
        if (OtherDisposals.Told(Disposal, Other) is not { } disposal) return null;
        var former = new SentencedV2(
            disposal, Length, OperationalPeriod, Requirements, OffenceOn, TreatmentRequirements, ConvictedOn, OffenceGroup, SdsPlus, EarlyReleaseExclusions, Section250, ConsecutiveTo)
        { HappenedOn = HappenedOn, Matter = Matter };
        return former.AsBefore() ?? (FormerShape)former;
    }
}

/// <summary>A requirement of a community order or suspended sentence order.</summary>
/// <param name="Kind">Code of the list requirement_types.</param>
/// <param name="Hours">Hours, where the requirement is counted in hours (unpaid work).</param>
/// <param name="Days">Days, where it is counted in days (rehabilitation activity).</param>
/// <param name="Length">How long it runs, where it has a length.</param>
public sealed record Requirement(string Kind, int? Hours = null, int? Days = null, Term? Length = null);
