using System.Reflection;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Tests.StoredFacts;

/// <summary>Facts and values with every field filled in and protected values open, made by reflection so that a new field cannot be forgotten.</summary>
internal static class Filled
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    public static Fact Fact(Type kind) => (Fact)Record(kind) with { HappenedOn = Day };

    /// <summary>A value of a field's type.</summary>
    public static object Value(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string)) return "words";
        if (type == typeof(int)) return 2;
        if (type == typeof(bool)) return true;
        if (type == typeof(DateOnly)) return Day;
        if (type == typeof(TimeOnly)) return new TimeOnly(9, 46);
        if (type == typeof(Term)) return new Term(months: 6);
        if (type == typeof(HappenedOn)) return (HappenedOn)Day;
        if (type == typeof(FactId)) return new FactId(new Guid(1, 2, 3, new byte[8]));
        if (type == typeof(JourneyId)) return new JourneyId(new Guid(1, 2, 3, new byte[8]));
        if (type == typeof(Partnership)) return new Partnership("northshire");
        if (type == typeof(Fact)) return new Arrested { HappenedOn = Day };
        if (type.IsEnum) return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
        if (!type.IsGenericType) return Record(type);
        var inner = type.GetGenericArguments()[0];
        return type.GetGenericTypeDefinition() == typeof(Protected<>)
            ? typeof(Protected).GetMethod(nameof(Protected.Of))!.MakeGenericMethod(inner).Invoke(null, [Value(inner)])!
            : typeof(Filled).GetMethod(nameof(ListOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(inner).Invoke(null, [Value(inner)])!;
    }

    private static ValueList<T> ListOf<T>(T item) => [item];

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType))]);
    }
}
