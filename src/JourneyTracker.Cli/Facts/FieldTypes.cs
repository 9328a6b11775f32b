using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Cli.Facts;

/// <summary>The types of fields in words that somebody who writes JSON understands.</summary>
internal static class FieldTypes
{
    public static string Words(Type type) => Bare(type) switch
    {
        var t when t == typeof(string) => "text",
        var t when t == typeof(int) => "whole number",
        var t when t == typeof(bool) => "`true` or `false`",
        var t when t == typeof(DateOnly) => "day, `2024-03-01`",
        var t when t == typeof(Term) => "length, `P1Y6M`",
        var t when t == typeof(HappenedOn) => "day, `2024-03-01`, or as exactly as it is known",
        var t when t == typeof(MatterReference) => "text",
        var t when t == typeof(FactId) => "fact id",
        var t when t == typeof(JourneyId) => "journey id",
        var t when t == typeof(Partnership) => "partnership's name",
        var t when t == typeof(Fact) => "a fact: `{\"name\": …, \"body\": …}`",
        { IsGenericType: true } list => $"list of {Words(list.GetGenericArguments()[0])}",
        var t => Link(t),
    };

    /// <summary>The type inside whatever may be null or sealed.</summary>
    public static Type Bare(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return value;
        return IsSealed(type) ? type.GetGenericArguments()[0] : type;
    }

    public static bool IsSealed(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Protected<>);

    /// <summary>The type a field is made of, when it is one of ours that needs words of its own.</summary>
    public static Type? Own(Type type)
    {
        var bare = Bare(type);
        if (bare.IsGenericType) bare = bare.GetGenericArguments()[0];
        return bare.Namespace == typeof(Fact).Namespace && bare != typeof(Fact) && bare != typeof(MatterReference) ? bare : null;
    }

    public static string Code(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    public static string Title(Type type) => Sentence(type.Name);

    public static string Sentence(string name)
    {
        var words = Code(name).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Link(Type type) => $"[{Title(type).ToLowerInvariant()}](#{Code(type.Name)})";
}
