using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Facts;

/// <summary>What an agency says happened on a woman's journey. Stored for ever and never edited; only this assembly adds kinds.</summary>
public abstract record Fact
{
    private protected Fact()
    {
    }

    /// <summary>When it happened, not when it was typed in.</summary>
    public required HappenedOn HappenedOn { get; init; }

    /// <summary>The case, order or custody spell that it is about, when the source says so.</summary>
    public MatterReference? Matter { get; init; }

    /// <summary>The same fact with its protected values sealed.</summary>
    public virtual Fact Seal(ISealer sealer) => this;

    /// <summary>The same fact with its protected values opened, or marked as erased.</summary>
    public virtual Fact Open(ISealer sealer) => this;

    /// <summary>
    /// The oldest former shape that says all that this fact says; null when none does, or none ever was. Two reports of one thing are compared in that shape, so
    /// that a row imported before a kind of fact had more to say is known again afterwards.
    /// </summary>
    public virtual FormerShape? InFormerShape() => null;
}
