using JourneyTracker.Outcomes.Statistics.Proportions;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>The rows of a measure that may be shown, each compared with the reference group where one is named.</summary>
public static class MeasureRows
{
    /// <param name="rows">All rows.</param>
    /// <param name="showSmall">Small counts are shown too.</param>
    /// <param name="reference">The value of the last group with which the others are compared; null for no comparison.</param>
    public static IReadOnlyList<(MeasureRow Row, RelativeRateIndex? Index)> Of(IReadOnlyList<MeasureRow> rows, bool showSmall, string? reference)
    {
        var shown = showSmall ? rows : MeasureRow.Shown(rows);
        return [.. shown.Select(r => (r, Compare(r, shown, reference)))];
    }

    /// <summary>The row's rate over that of the reference of the same kind; null where either is not there.</summary>
    public static RelativeRateIndex? Compare(MeasureRow row, IReadOnlyList<MeasureRow> rows, string? reference) =>
        reference is null || row.Share is not { } own || rows.FirstOrDefault(r => r.IsReferenceFor(row, reference)) is not { Share: { } other } compared ? null
        : compared == row ? new RelativeRateIndex(1, null)
        : RelativeRateIndex.Of(own, other);

    /// <summary>The row's rate less that of the reference of the same kind; null where either is not there, and for the reference itself.</summary>
    public static RateDifference? Subtract(MeasureRow row, IReadOnlyList<MeasureRow> rows, string? reference) =>
        reference is not null && row.Share is { } own && rows.FirstOrDefault(r => r.IsReferenceFor(row, reference)) is { Share: { } other } compared && compared != row ? RateDifference.Of(own, other) : null;

    /// <summary>In lines, for people.</summary>
    public static void Write(IReadOnlyList<(MeasureRow Row, RelativeRateIndex? Index)> shown, int ofAll, TextWriter output)
    {
        foreach (var (row, index) in shown) output.WriteLine(row.InWords(index));
        if (ofAll > shown.Count) output.WriteLine($"{ofAll - shown.Count} rows are not shown: they have counts of 1 to 5 women, or such counts could be worked out from them.");
    }
}
