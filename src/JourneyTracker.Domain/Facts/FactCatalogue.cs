using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace JourneyTracker.Domain.Facts;

/// <summary>One kind of fact: its stored name, what people read for it, and where it stands in the order of a day.</summary>
/// <param name="Name">The stored name.</param>
/// <param name="Title">What people read.</param>
/// <param name="Type">The shape of the body: the fact itself, or under a former name its former shape.</param>
/// <param name="Family">The part of the journey it belongs to.</param>
/// <param name="Order">Its place among facts of its family on one day.</param>
public sealed record FactKind(string Name, string Title, Type Type, Family Family, int Order)
{
    /// <summary>Whether nothing new is stored under this name any more.</summary>
    public bool IsFormer { get; } = Type.IsSubclassOf(typeof(FormerShape));

    /// <summary>Lower comes first among facts of one day.</summary>
    public int Precedence => ((int)Family * 100) + Order;

    /// <summary>Whether it can have protected values.</summary>
    public bool CanHide { get; } = Type.GetMethod(nameof(Fact.Seal)) is { } seal && seal.DeclaringType != typeof(Fact);

    /// <summary>What follows the body in the form that is compared.</summary>
    internal byte[] AfterBody { get; } = Encoding.UTF8.GetBytes($$""","name":"{{Name}}"},"name":"{{Name}}"}""");
}

/// <summary>Every kind of fact that can be stored. Built once; throws when a kind has no name or two share one.</summary>
public static class FactCatalogue
{
    private static readonly FrozenDictionary<string, FactKind> ByName;
    private static readonly FrozenDictionary<Type, FactKind> ByType;
    private static readonly FrozenDictionary<Type, FactKind> FormerByType;

    static FactCatalogue()
    {
        var kinds = typeof(Fact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Fact)) && !t.IsAbstract).Select(Describe).ToList();
        ByType = kinds.ToFrozenDictionary(k => k.Type);
        var former = typeof(Fact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(FormerShape))).Select(DescribeFormer).ToList();
        FormerByType = former.ToFrozenDictionary(k => k.Type);
        Former = [.. former.OrderBy(k => k.Name, StringComparer.Ordinal)];
        ByName = kinds.Concat(former).ToFrozenDictionary(k => k.Name, StringComparer.Ordinal);
        All = [.. kinds.OrderBy(k => k.Precedence).ThenBy(k => k.Name, StringComparer.Ordinal)];
    }

    /// <summary>Every kind under its newest name.</summary>
    public static IReadOnlyList<FactKind> All { get; }

    /// <summary>The names under which facts were stored once, and are still read.</summary>
    public static IReadOnlyList<FactKind> Former { get; }

    public static FactKind Of(Fact fact) => ByType[fact.GetType()];

    public static FactKind Of(Type fact) => ByType[fact];

    public static string NameOf(Fact fact) => Of(fact).Name;

    /// <summary>The kind of a stored name, newest or former.</summary>
    public static FactKind? Find(string name) => ByName.GetValueOrDefault(name);

    internal static FactKind Of(FormerShape former) => FormerByType[former.GetType()];

    /// <summary>The kind that a former name's facts are read as.</summary>
    public static FactKind Newest(FactKind former) => ByType[former.Type.GetCustomAttribute<FormerNameAttribute>()!.Newest];

    private static FactKind DescribeFormer(Type type)
    {
        var name = type.GetCustomAttribute<FormerNameAttribute>()
            ?? throw new InvalidOperationException($"{type.Name} has no stored name: give it a [FormerName].");
        var newest = ByType[name.Newest];
        return new FactKind(name.Name, newest.Title, type, newest.Family, newest.Order);
    }

    private static FactKind Describe(Type type)
    {
        var name = type.GetCustomAttribute<FactNameAttribute>()
            ?? throw new InvalidOperationException($"{type.Name} has no stored name: give it a [FactName].");
        return new FactKind(name.Name, name.Title, type, name.Family, name.Order);
    }
}
