using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>The figures of a measure as a table: a line for each kind of thing that is counted, and under it one for each part.</summary>
internal static class MeasureTable
{
    private const string All = "All";

    internal static IReadOnlyList<AnswerColumn> Counts { get; } =
    [
        new("n", "Number", ColumnKind.Count), new("x", "Of these", ColumnKind.Count), new("women", "Women", ColumnKind.Count), new("women_x", "Of these, women", ColumnKind.Count), new("mean_days", "Mean days", ColumnKind.Number),
        new("missing", "Missing", ColumnKind.Count), new("not_asked", "Not asked", ColumnKind.Count), new("not_run", "Not run", ColumnKind.Count), new("left_out", "Left out", ColumnKind.Count),
    ];

    internal static IReadOnlyList<AnswerColumn> Rates { get; } = [new("rate", "Rate", ColumnKind.Rate), new("lower95", "95% interval from", ColumnKind.Rate), new("upper95", "to", ColumnKind.Rate)];

    private static readonly AnswerColumn[] Indexes =
    [
        new("index", "Times the reference", ColumnKind.Number), new("index_lower95", "95% interval from", ColumnKind.Number), new("index_upper95", "to", ColumnKind.Number),
        new("difference", "Less the reference, in points", ColumnKind.Rate), new("difference_lower95", "95% interval from", ColumnKind.Rate), new("difference_upper95", "to", ColumnKind.Rate),
    ];

    /// <param name="words">What a kind is called; as it is when null.</param>
    public static AnswerTable Of(MeasureFigures figures, string? by, string? reference, Func<string, string>? words = null)
    {
        var rows = figures.Totals.Concat(figures.Parts).ToList();
        var counts = Counts.Where(c => rows.Any(r => r.Has(c.Name))).ToList();
        var compares = reference is not null && rows.Any(r => r.Has("x"));
        List<AnswerColumn> columns = [new("kind", "Counted", ColumnKind.Text), .. by is null ? [] : new[] { new AnswerColumn("part", Label(by), ColumnKind.Text) }, .. counts, .. rows.Any(r => r.Has("x")) ? Rates : [], .. compares ? Indexes : []];
        return new("figures", "Figures", columns, [.. Ordered(figures).Select(r => Row(r.Row, r.IsTotal))]);

        IReadOnlyList<AnswerCell> Row(MeasureRow row, bool isTotal)
        {
            List<AnswerCell> cells = [AnswerCell.Of(words?.Invoke(row.Kind) ?? row.Kind), .. by is null ? [] : new[] { AnswerCell.Of(isTotal ? All : GroupNames.Of(by, row.Part)) }];
            if (!figures.Shown.Contains(row)) return [.. cells, .. columns.Skip(cells.Count).Select(_ => AnswerCell.Suppressed)];
            cells.AddRange(counts.Select(c => row.Cell(c.Name)));
            if (rows.Any(r => r.Has("x"))) cells.AddRange(RateCells.Of(row));
            if (!compares) return cells;
            List<MeasureRow> shown = [.. figures.Parts.Where(figures.Shown.Contains)];
            cells.AddRange(RateCells.Of(isTotal ? null : MeasureRows.Compare(row, shown, reference)));
            cells.AddRange(RateCells.Of(isTotal ? null : MeasureRows.Subtract(row, shown, reference)));
            return cells;
        }
    }

    public static IReadOnlyList<AnswerChart> Charts(MeasureFigures figures, string? by)
    {
        var hasRate = figures.Totals.Any(r => r.Proportion is not null);
        var (y, low, high) = hasRate ? ("rate", "lower95", "upper95") : ("n", (string?)null, (string?)null);
        return figures.IsEmpty ? [] : [by is null ? new(ChartKind.Bars, "figures", "kind", y, Low: low, High: high) : new(ChartKind.Bars, "figures", "part", y, "kind", low, high)];
    }

    private static IEnumerable<(MeasureRow Row, bool IsTotal)> Ordered(MeasureFigures figures) =>
        figures.Totals.SelectMany(t => figures.Parts.Where(p => p.Kind == t.Kind).Select(p => (p, false)).Prepend((t, true)));

    private static string Label(string by) => by switch { "area" => "Area", "ethnicity" => "Ethnicity", _ => "Type" };
}
