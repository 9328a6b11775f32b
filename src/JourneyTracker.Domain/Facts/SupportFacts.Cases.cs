namespace JourneyTracker.Domain.Facts;

/// <summary>
/// She told what she is to a case in which others are accused, or nobody is. A victim can also be accused: that is told by other facts, and nothing joins the two
/// (safeguards S13). So it names no case, and the stored name does not say what she is.
/// </summary>
/// <param name="Part">What she is to it, sealed.</param>
[FactName("part-in-case.v1", "Her part in a case", Family.Support)]
public sealed record PartInCase(Protected<CasePart> Part) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Part = Part.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Part = Part.Open(sealer) };
}

/// <summary>What somebody is to a case, other than accused.</summary>
public enum CasePart
{
    /// <summary>She was asked and prefers not to say.</summary>
    PrefersNotToSay,

    /// <summary>She was a victim of an offence.</summary>
    Victim,
    Witness,

    /// <summary>Somebody close to her was.</summary>
    FamilyOfVictim,
    Other,
}
