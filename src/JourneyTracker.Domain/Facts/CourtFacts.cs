using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Facts;

/// <summary>A court remanded her in custody. She has not been sentenced, and may not have been convicted.</summary>
/// <param name="NextHearingOn">The day she is next before the court.</param>
[FactName("remanded.v1", "Remanded in custody", Family.Court, 4)]
public sealed record Remanded(DateOnly? NextHearingOn = null) : Fact;

/// <summary>A court sentenced her.</summary>
/// <param name="Disposal">Code of the list disposals, court stage.</param>
/// <param name="Length">The length of the order, of the custodial term, or of the term that is suspended; null for a fine or a discharge without one.</param>
/// <param name="OperationalPeriod">For a suspended sentence: how long a further offence can bring it into effect.</param>
/// <param name="Requirements">Requirements of a community order or suspended sentence that say nothing of her health.</param>
/// <param name="TreatmentRequirements">Treatment for mental health, drugs or alcohol, sealed: they are health information (safeguards S11).</param>
/// <param name="OffenceOn">The day of the offence, or the first day of a period: some rules turn on it.</param>
[FactName("sentenced.v1", "Sentenced", Family.Court, 8)]
public sealed record Sentenced(
    string Disposal,
    Term? Length = null,
    Term? OperationalPeriod = null,
    ValueList<Requirement>? Requirements = null,
    DateOnly? OffenceOn = null,
    Protected<ValueList<Requirement>>? TreatmentRequirements = null) : Fact
{
    /// <summary>Kinds of requirement that are always sealed (list requirement_types).</summary>
    public static IReadOnlySet<string> Treatment { get; } = new HashSet<string>(StringComparer.Ordinal) { "MHTR", "DRR", "ATR", "AAMR", "CSTR" };

    public override Fact Seal(ISealer sealer) => this with { TreatmentRequirements = TreatmentRequirements?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { TreatmentRequirements = TreatmentRequirements?.Open(sealer) };
}

/// <summary>A requirement of a community order or suspended sentence order.</summary>
/// <param name="Kind">Code of the list requirement_types.</param>
/// <param name="Hours">Hours, where the requirement is counted in hours (unpaid work).</param>
/// <param name="Days">Days, where it is counted in days (rehabilitation activity).</param>
/// <param name="Length">How long it runs, where it has a length.</param>
public sealed record Requirement(string Kind, int? Hours = null, int? Days = null, Term? Length = null);
