using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>The rows of a measure: the whole, and its parts when it is broken down, with what may be shown of both.</summary>
/// <param name="Totals">Of all together.</param>
/// <param name="Parts">By one breakdown; empty when there is none.</param>
/// <param name="Shown">Rows of either that may be shown.</param>
public sealed record MeasureFigures(IReadOnlyList<MeasureRow> Totals, IReadOnlyList<MeasureRow> Parts, IReadOnlySet<MeasureRow> Shown)
{
    public bool IsEmpty => Totals.Count == 0;

    /// <summary>How many rows are not shown.</summary>
    public int Hidden => Totals.Count + Parts.Count - Shown.Count;

    /// <summary>Every row with its counts to the nearest multiple of 5, instead of hiding any.</summary>
    public static MeasureFigures Rounded(IReadOnlyList<MeasureRow> totals, IReadOnlyList<MeasureRow> parts) => MeasureRounding.Of(totals, parts);

    /// <param name="isPartOfAnother">Whether another measure says how many they are together with those who are missing: where these are few nothing is shown.</param>
    public static MeasureFigures Of(IReadOnlyList<MeasureRow> totals, IReadOnlyList<MeasureRow> parts, bool showsSmall, bool isPartOfAnother = false)
    {
        if (showsSmall) return new(totals, parts, totals.Concat(parts).ToHashSet());
        if (isPartOfAnother && totals.Any(r => r.Long("missing") is { } missing && DisclosurePolicy.Usual.IsSmall(missing))) return new(totals, parts, new HashSet<MeasureRow>());
        var shown = MeasureRow.Shown(totals);
        return new(totals, parts, shown.Concat(parts.Count == 0 ? [] : MeasureRow.Shown(parts, totals, shown)).ToHashSet());
    }
}
