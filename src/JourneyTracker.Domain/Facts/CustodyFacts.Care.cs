namespace JourneyTracker.Domain.Facts;

/// <summary>
/// A place in a special unit of a prison was applied for. Which one is sealed: a mother and baby unit says that she is pregnant or has a baby with her, so the
/// stored name does not say it either (safeguards S11).
/// </summary>
/// <param name="Unit">Which unit, sealed.</param>
/// <param name="NeededBy">The day it is needed by, such as the day a baby is due, sealed.</param>
[FactName("unit-place-applied.v1", "Place in a unit applied for", Family.Custody, 6)]
public sealed record UnitPlaceApplied(Protected<PrisonUnit> Unit, Protected<DateOnly>? NeededBy = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Unit = Unit.Seal(sealer), NeededBy = NeededBy?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Unit = Unit.Open(sealer), NeededBy = NeededBy?.Open(sealer) };
}

/// <summary>A place in a special unit was decided on.</summary>
/// <param name="Unit">Which unit, sealed.</param>
/// <param name="Decision">The decision, sealed.</param>
/// <param name="Why">The reason, sealed.</param>
[FactName("unit-place-decided.v1", "Place in a unit decided on", Family.Custody, 7)]
public sealed record UnitPlaceDecided(Protected<PrisonUnit> Unit, Protected<UnitDecision> Decision, Protected<string>? Why = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Unit = Unit.Seal(sealer), Decision = Decision.Seal(sealer), Why = Why?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Unit = Unit.Open(sealer), Decision = Decision.Open(sealer), Why = Why?.Open(sealer) };
}

/// <summary>Something happened in custody that touches her safety. What it was is sealed: it is health information, so the stored name does not say it either.</summary>
/// <param name="Kind">What happened, sealed.</param>
/// <param name="Prison">Code of the list womens_prisons; null when not known.</param>
/// <param name="Note">Anything else, sealed.</param>
[FactName("custody-safety-incident.v1", "Safety incident in custody", Family.Custody, 6)]
public sealed record CustodySafetyIncident(Protected<SafetyIncident> Kind, string? Prison = null, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Kind = Kind.Seal(sealer), Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Kind = Kind.Open(sealer), Note = Note?.Open(sealer) };
}

/// <summary>A special unit of a prison.</summary>
public enum PrisonUnit
{
    MotherAndBabyUnit,
    HealthCare,
    Other,
}

/// <summary>What was decided on a place.</summary>
public enum UnitDecision
{
    Offered,
    Refused,
    DeclinedByHer,
    Withdrawn,
}

/// <summary>What touched her safety.</summary>
public enum SafetyIncident
{
    SelfHarm,
    AssaultOnHer,
    Other,
}
