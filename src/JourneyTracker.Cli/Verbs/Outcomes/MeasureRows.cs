using System.CommandLine;
using JourneyTracker.Outcomes.Statistics.Proportions;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>The rows of a measure that may be shown, each compared with the reference group where one is named.</summary>
internal static class MeasureRows
{
    public static Option<string?> Reference { get; } = new("--reference") { Description = "The value of the last group column with which the others are compared (relative rate index)", HelpName = "GROUP" };

    public static IReadOnlyList<(MeasureRow Row, RelativeRateIndex? Index)> Of(IReadOnlyList<MeasureRow> rows, bool showSmall, string? reference)
    {
        var shown = showSmall ? rows : MeasureRow.Shown(rows);
        return [.. shown.Select(r => (r, Compare(r, shown, reference)))];
    }

    public static void Write(IReadOnlyList<(MeasureRow Row, RelativeRateIndex? Index)> shown, int ofAll, TextWriter output)
    {
        foreach (var (row, index) in shown) output.WriteLine(row.InWords(index));
        if (ofAll > shown.Count) output.WriteLine($"{ofAll - shown.Count} rows are not shown: they have counts of 1 to 5 women, or such counts could be worked out from them.");
    }

    private static RelativeRateIndex? Compare(MeasureRow row, IReadOnlyList<MeasureRow> rows, string? reference) =>
        reference is null || row.Proportion is not { } own || rows.FirstOrDefault(r => r.IsReferenceFor(row, reference)) is not { Proportion: { } other } compared ? null
        : compared == row ? new RelativeRateIndex(1, null)
        : RelativeRateIndex.Of(own, other);
}
