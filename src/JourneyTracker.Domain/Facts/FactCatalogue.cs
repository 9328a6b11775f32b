using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace JourneyTracker.Domain.Facts;

/// <summary>One kind of fact: its stored name, what people read for it, and where it stands in the order of a day.</summary>
public sealed record FactKind(string Name, string Title, Type Type, Family Family, int Order)
{
    /// <summary>Lower comes first among facts of one day.</summary>
    public int Precedence => ((int)Family * 100) + Order;

    /// <summary>Whether it can have protected values.</summary>
    public bool CanHide { get; } = Type.GetMethod(nameof(Fact.Seal))!.DeclaringType != typeof(Fact);

    /// <summary>What follows the body in the form that is compared.</summary>
    internal byte[] AfterBody { get; } = Encoding.UTF8.GetBytes($$""","name":"{{Name}}"},"name":"{{Name}}"}""");
}

/// <summary>Every kind of fact that can be stored. Built once; throws when a kind has no name or two share one.</summary>
public static class FactCatalogue
{
    private static readonly FrozenDictionary<string, FactKind> ByName;
    private static readonly FrozenDictionary<Type, FactKind> ByType;

    static FactCatalogue()
    {
        var kinds = typeof(Fact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Fact)) && !t.IsAbstract).Select(Describe).ToList();
        ByName = kinds.ToFrozenDictionary(k => k.Name, StringComparer.Ordinal);
        ByType = kinds.ToFrozenDictionary(k => k.Type);
        All = [.. kinds.OrderBy(k => k.Precedence).ThenBy(k => k.Name, StringComparer.Ordinal)];
    }

    public static IReadOnlyList<FactKind> All { get; }

    public static FactKind Of(Fact fact) => ByType[fact.GetType()];

    public static string NameOf(Fact fact) => Of(fact).Name;

    public static FactKind? Find(string name) => ByName.GetValueOrDefault(name);

    private static FactKind Describe(Type type)
    {
        var name = type.GetCustomAttribute<FactNameAttribute>()
            ?? throw new InvalidOperationException($"{type.Name} has no stored name: give it a [FactName].");
        return new FactKind(name.Name, name.Title, type, name.Family, name.Order);
    }
}
