using System.Text.Json;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Web.Api;

/// <summary>What a single value should have been: the end of a sentence that begins with its field.</summary>
internal static class MisfitWords
{
    public static string Of(Type type, Exception wrong)
    {
        if (type.IsEnum) return $"is one of {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))}.";
        if (type == typeof(bool)) return "is true or false.";
        if (type == typeof(int) || type == typeof(long)) return "is a whole number.";
        if (type == typeof(decimal) || type == typeof(double)) return "is a number.";
        if (type == typeof(string)) return "is text.";
        if (type == typeof(DateOnly)) return "is a day such as 2026-03-01.";
        if (type == typeof(DateTimeOffset)) return "is an instant such as 2026-03-01T16:20:00Z.";
        if (type == typeof(HappenedOn)) return "is 2024-03-01 (a day), 2024-03-01T09:46 (a time of day), 2024-03 (a month) or ../2024-03-01 (not known, but by that day); the day must exist.";
        if (type == typeof(Term)) return "is a length such as P1Y6M, in years, months, weeks and days.";
        if (type == typeof(FactId) || type == typeof(JourneyId)) return "is an id such as 6eea3b4d-7fee-4e3d-8b61-124ff2b6297a.";
        return Plain(wrong) is { } said ? $"does not fit: {said}" : "does not fit.";
    }

    /// <summary>What the domain says of a value; null when the program's own names are in it.</summary>
    public static string? Plain(Exception wrong)
    {
        var message = (wrong is JsonException ? wrong.InnerException?.Message : wrong.Message)?.Split(" (Parameter ")[0];
        return message is null || message.Contains("JourneyTracker.", StringComparison.Ordinal) || message.Contains("System.", StringComparison.Ordinal) || message.Contains("Path: ", StringComparison.Ordinal)
            ? null
            : message.TrimEnd('.') + ".";
    }
}
