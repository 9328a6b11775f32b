using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Facts;

/// <summary>
/// A shape in which a kind of fact was stored before it had more to say. It stays readable for ever: whatever stands in the journal under its name is lifted to
/// the newest shape when it is read. Nothing new is stored in it.
/// </summary>
public abstract record FormerShape
{
    private protected FormerShape()
    {
    }

    /// <inheritdoc cref="Fact.HappenedOn"/>
    public required HappenedOn HappenedOn { get; init; }

    /// <inheritdoc cref="Fact.Matter"/>
    public MatterReference? Matter { get; init; }

    /// <summary>The same fact in the newest shape. What was not asked in this one is not known.</summary>
    public abstract Fact Lift();
}

/// <summary>The name under which a former shape was stored.</summary>
/// <param name="name">For example <c>recalled.v1</c>.</param>
/// <param name="newest">The kind of fact it is lifted to.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FormerNameAttribute(string name, Type newest) : Attribute
{
    public string Name { get; } = name;

    public Type Newest { get; } = newest;
}
