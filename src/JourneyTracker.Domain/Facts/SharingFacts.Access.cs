using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Facts;

/// <summary>
/// Says who may know of her journey at all (safeguards S5). It holds from the moment it is recorded, whatever day it names, for every day that is read; a restriction
/// of processing does not end it.
/// </summary>
public abstract record AccessRule : Fact;

/// <summary>For her safety only those who are named may know of her: to everybody else there is no such journey. The latest one counts.</summary>
/// <param name="To">Who may know, sealed; nobody else, not even the agency that recorded it.</param>
/// <param name="Why">Why, sealed.</param>
/// <param name="ReviewOn">The day on which it is looked at again; it goes on after that day until it is lifted.</param>
[FactName("access-limited.v1", "Who may know of her", Family.Sharing, 4)]
public sealed record AccessLimited(Protected<ValueList<Recipient>> To, Protected<string>? Why = null, DateOnly? ReviewOn = null) : AccessRule
{
    public override Fact Seal(ISealer sealer) => this with { To = To.Seal(sealer), Why = Why?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { To = To.Open(sealer), Why = Why?.Open(sealer) };
}

/// <summary>It is no longer limited who may know of her.</summary>
/// <param name="Why">Why, sealed.</param>
[FactName("access-limit-lifted.v1", "No longer limited who may know of her", Family.Sharing, 5)]
public sealed record AccessLimitLifted(Protected<string>? Why = null) : AccessRule
{
    public override Fact Seal(ISealer sealer) => this with { Why = Why?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Why = Why?.Open(sealer) };
}

/// <summary>One person may not know of her: a former partner, a relative, a colleague who is accused. Or the person says so: "she is known to me". It ends that person's access at once.</summary>
/// <param name="Who">The person and the ground, sealed.</param>
/// <param name="Note">Anything else, sealed.</param>
[FactName("person-barred.v1", "Somebody who may not know of her", Family.Sharing, 4)]
public sealed record PersonBarred(Protected<BarredPerson> Who, Protected<string>? Note = null) : AccessRule
{
    public override Fact Seal(ISealer sealer) => this with { Who = Who.Seal(sealer), Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Who = Who.Open(sealer), Note = Note?.Open(sealer) };
}

/// <summary>A bar no longer holds.</summary>
/// <param name="Bar">The bar.</param>
/// <param name="Why">Why, sealed.</param>
[FactName("bar-lifted.v1", "A bar lifted", Family.Sharing, 5)]
public sealed record BarLifted(FactId Bar, Protected<string>? Why = null) : AccessRule
{
    public override Fact Seal(ISealer sealer) => this with { Why = Why?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Why = Why?.Open(sealer) };
}

/// <summary>
/// Somebody opened what is not shared with them, to keep a person safe ("break glass"). It holds for whoever recorded it, for <see cref="Hours"/> hours from then on,
/// and is reported to the partnership. It reaches nobody who is barred, and no woman who may not be found.
/// </summary>
/// <param name="Why">Why, sealed.</param>
[FactName("access-overridden.v1", "Opened in an emergency", Family.Sharing, 6)]
public sealed record AccessOverridden(Protected<string> Why) : AccessRule
{
    /// <summary>For how long it holds.</summary>
    public const int Hours = 3;

    public override Fact Seal(ISealer sealer) => this with { Why = Why.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Why = Why.Open(sealer) };
}

/// <summary>A person who may not know of her.</summary>
/// <param name="Person">The person's user name.</param>
/// <param name="Ground">On what ground.</param>
public sealed record BarredPerson(string Person, BarGround Ground);

/// <summary>Why somebody may not know of her.</summary>
public enum BarGround
{
    /// <summary>The person said so: she is known to them.</summary>
    KnownToMe,
    PartnerOrFormerPartner,
    Relative,

    /// <summary>A colleague whom she, or somebody for her, accuses.</summary>
    AccusedColleague,
    SheAskedForIt,
    Other,
}
