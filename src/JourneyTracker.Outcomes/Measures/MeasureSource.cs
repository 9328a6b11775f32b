using System.Globalization;
using JourneyTracker.Outcomes.Duck;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>Who feeds a kind of fact, and for which time: without it a count of none would say nothing.</summary>
/// <param name="Fact">The stored name, without its version.</param>
/// <param name="Agencies">Who recorded it; nobody when none is on record.</param>
/// <param name="FirstMonth">The month of the earliest, as 2026-01.</param>
/// <param name="LastMonth">The month of the latest.</param>
public sealed record MeasureSource(string Fact, IReadOnlyList<string> Agencies, string? FirstMonth, string? LastMonth)
{
    /// <summary>In one line.</summary>
    public string InWords => Agencies.Count == 0 ? $"{Fact}: no source" : $"{Fact}: {string.Join(", ", Agencies)}, {FirstMonth} to {LastMonth}";

    /// <summary>The sources of a measure.</summary>
    public static IReadOnlyList<MeasureSource> Of(MeasureDefinition measure, DuckConnection connection, CancellationToken ct) =>
        Of([.. measure.RestsOn.SelectMany(g => g).Distinct()], connection, ct);

    /// <summary>The sources of some kinds of fact.</summary>
    public static IReadOnlyList<MeasureSource> Of(IReadOnlyList<string> facts, DuckConnection connection, CancellationToken ct)
    {
        var rows = connection.Query(
            "select name, agency, strftime(min(day), '%Y-%m') as first_month, strftime(max(day), '%Y-%m') as last_month from fact where list_contains(string_split($names, ','), name) group by name, agency order by name, agency",
            new Dictionary<string, object?> { ["names"] = string.Join(',', facts) }, ct).Rows.ToLookup(r => (string)r[0]!);
        return [.. facts.Select(f => new MeasureSource(f, [.. rows[f].Select(r => (string)r[1]!)], rows[f].Min(r => (string)r[2]!), rows[f].Max(r => (string)r[3]!)))];
    }

    /// <summary>Why nothing can be said; null when every group of facts that it rests on was fed by the end of the period and of what follows it.</summary>
    /// <param name="to">The last day of the period.</param>
    public static string? Missing(MeasureDefinition measure, IReadOnlyList<MeasureSource> sources, DateOnly to)
    {
        if (measure.RestsOn.FirstOrDefault(group => sources.All(s => s.Agencies.Count == 0 || !group.Contains(s.Fact))) is { } unfed) return $"No source has recorded {string.Join(" or ", unfed)}.";
        var month = measure.RunsUntil(to).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return measure.RestsOn.FirstOrDefault(group => sources.All(s => s.Agencies.Count == 0 || !group.Contains(s.Fact) || string.CompareOrdinal(s.FirstMonth, month) > 0)) is { } later
            ? $"No source had recorded {string.Join(" or ", later)} by then." : null;
    }
}
