using System.Globalization;

namespace JourneyTracker.Domain.Law;

/// <summary>One rule of the law as it stands in our tables: what it says, from when to when, and how sure we are.</summary>
/// <param name="Id">The rule's id, as every step of an answer names it.</param>
/// <param name="From">The first day on which it holds; null when it always did, or that is not recorded.</param>
/// <param name="Until">The last day on which it holds, that day included; it ends only in a law that knows <paramref name="EndedBy"/>.</param>
/// <param name="EndedBy">The rule that ends this one; null when none does.</param>
/// <param name="Basis">The day that decides whether it holds: of the sentence, the offence, the recall.</param>
/// <param name="KnownFrom">The day it was announced or made, where that is sourced; else null, and it counts as known from its first day.</param>
/// <param name="Switch">The switch that turns it on or off; null when it is always on.</param>
/// <param name="Parameters">The figures that the arithmetic uses.</param>
public sealed record LawRule(
    string Id,
    string Topic,
    string AppliesTo,
    string Condition,
    string Value,
    IReadOnlyDictionary<string, string> Parameters,
    DateOnly? From,
    DateOnly? Until,
    string? EndedBy,
    string Basis,
    DateOnly? KnownFrom,
    string KnownSource,
    string? Switch,
    string Notes,
    string Source,
    string Confidence,
    string ConfidenceOfDates)
{
    public string KnownInWords => KnownFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "not recorded";

    internal static LawRule Of(LawRow row) => new(
        row["rule_id"], row["topic"], row["applies_to"], row["condition"], row["value"], ParametersOf(row["parameters"]),
        row.Day("effective_from"), row.Day("effective_to"), Or(row["ended_by"]), row["trigger_basis"],
        row.Day("known_from"), row["known_source"], Or(row["switch"]), row["notes"], row["source"], row["confidence"], row["confidence_of_dates"]);

    private static string? Or(string cell) => cell.Length == 0 ? null : cell;

    private static Dictionary<string, string> ParametersOf(string cell) => cell
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('='))
        .ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
