using System.Reflection;
using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>What kind of value a fact's field takes from a source.</summary>
internal enum FieldKind
{
    Text,
    Number,
    Day,
    Length,
    Choice,

    /// <summary>Lists and other wholes: a constant only.</summary>
    Whole,
}

/// <summary>A field of a fact: its JSON name, what it takes and, for a choice, from what.</summary>
internal sealed record FieldType(string Name, Type Type, FieldKind Kind, IReadOnlyList<string> Choices, bool IsRequired)
{
    /// <summary>The fields of a kind of fact that a mapping may give.</summary>
    public static IReadOnlyList<FieldType> Of(Type fact)
    {
        var constructor = fact.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
        return [.. (constructor?.GetParameters() ?? []).Where(p => p.ParameterType != fact).Select(Describe)];
    }

    private static FieldType Describe(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var inner = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Protected<>) ? type.GetGenericArguments()[0] : type;
        var kind = inner == typeof(string) ? FieldKind.Text
            : inner == typeof(int) ? FieldKind.Number
            : inner == typeof(DateOnly) ? FieldKind.Day
            : inner == typeof(Term) ? FieldKind.Length
            : inner.IsEnum ? FieldKind.Choice
            : FieldKind.Whole;
        string[] choices = kind == FieldKind.Choice ? [.. Enum.GetNames(inner).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)] : [];
        return new FieldType(JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!), inner, kind, choices, !parameter.HasDefaultValue);
    }
}
