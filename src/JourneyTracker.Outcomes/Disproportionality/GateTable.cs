using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Outcomes.Disproportionality;

/// <summary>The gates as a table: all, then each group, and with a second characteristic each group within each of its values.</summary>
internal static class GateTable
{
    private const string All = "All";

    public static AnswerTable Of(GateFigures figures, string by, string? andBy, string? reference)
    {
        List<AnswerColumn> columns =
        [
            new("gate", "Gate", ColumnKind.Text), new("part", Characteristics.Label(by), ColumnKind.Text), .. andBy is null ? [] : new[] { new AnswerColumn("second", Characteristics.Label(andBy), ColumnKind.Text) },
            new("n", "Women", ColumnKind.Count), new("x", "Of these", ColumnKind.Count), new("rate", "Rate", ColumnKind.Rate), new("lower95", "95% interval from", ColumnKind.Rate), new("upper95", "to", ColumnKind.Rate),
            new("index", "Times the reference", ColumnKind.Number), new("index_lower95", "95% interval from", ColumnKind.Number), new("index_upper95", "to", ColumnKind.Number),
        ];
        return new("gates", "Women at each gate", columns, [.. figures.Totals.SelectMany(Gate)]);

        IEnumerable<IReadOnlyList<AnswerCell>> Gate(MeasureRow total)
        {
            yield return Row(total, All, All, []);
            foreach (var row in figures.One.Where(r => r.Groups[0] == total.Groups[0])) yield return Row(row, row.Part, All, figures.One);
            foreach (var row in figures.Other.Where(r => r.Groups[0] == total.Groups[0])) yield return Row(row, All, row.Part, []);
            foreach (var row in figures.Both.Where(r => r.Groups[0] == total.Groups[0])) yield return Row(row, row.Groups[2], row.Groups[1], figures.Both);
        }

        IReadOnlyList<AnswerCell> Row(MeasureRow row, string one, string other, IReadOnlyList<MeasureRow> beside)
        {
            List<AnswerCell> cells = [AnswerCell.Of(row.Groups[0][2..]), AnswerCell.Of(one == All ? All : GroupNames.Of(by, one)), .. andBy is null ? [] : new[] { AnswerCell.Of(other == All ? All : GroupNames.Of(andBy, other)) }];
            if (!figures.Shown.Contains(row)) return [.. cells, .. columns.Skip(cells.Count).Select(_ => AnswerCell.Suppressed)];
            cells.AddRange([row.Cell("n"), row.Has("x") ? row.Cell("x") : AnswerCell.NotAvailable]);
            cells.AddRange(row.Has("x") ? RateCells.Of(row.Proportion) : RateCells.Of(null, null));
            cells.AddRange(RateCells.Of(MeasureRows.Compare(row, [.. beside.Where(figures.Shown.Contains)], reference)));
            return cells;
        }
    }
}
