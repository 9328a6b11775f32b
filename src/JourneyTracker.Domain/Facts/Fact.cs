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
}
