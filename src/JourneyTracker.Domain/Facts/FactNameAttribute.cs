namespace JourneyTracker.Domain.Facts;

/// <summary>The name under which a kind of fact is stored: a literal with a version, never the class's name.</summary>
/// <param name="name">For example <c>recalled.v1</c>.</param>
/// <param name="title">What people read on a timeline.</param>
/// <param name="family">The part of the journey it belongs to.</param>
/// <param name="order">Where it stands among facts of its family on one day, when the time of day does not tell: what usually comes first has the lower number.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FactNameAttribute(string name, string title, Family family, int order = 5) : Attribute
{
    public string Name { get; } = name;

    public string Title { get; } = title;

    public Family Family { get; } = family;

    public int Order { get; } = order;
}
