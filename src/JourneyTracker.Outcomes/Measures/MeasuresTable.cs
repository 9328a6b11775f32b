using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>Measures under each other: a line for each kind of thing that each counts.</summary>
internal static class MeasuresTable
{
    /// <summary>Of what is not published yet nothing stands there.</summary>
    public static AnswerTable Of(IReadOnlyList<AskedMeasure> asked)
    {
        IReadOnlyList<AnswerColumn> counts = MeasureTable.Counts;
        IReadOnlyList<AnswerColumn> columns = [new("id", "Measure", ColumnKind.Text), new("title", "What it is", ColumnKind.Text), new("kind", "Counted", ColumnKind.Text), .. counts, .. MeasureTable.Rates];
        return new("measures", "Measures", columns, [.. asked.Where(a => a.By is not null).SelectMany(Lines)]);

        IEnumerable<IReadOnlyList<AnswerCell>> Lines(AskedMeasure asked) => asked.Unknown is null ? asked.Figures.Totals.Select(r => Row(asked.Measure, r, asked.Figures.Shown.Contains(r))) : [Row(asked.Measure, null, false)];

        IReadOnlyList<AnswerCell> Row(MeasureDefinition measure, MeasureRow? row, bool isShown)
        {
            List<AnswerCell> cells = [AnswerCell.Of(measure.Id), AnswerCell.Of(measure.Title), row is null ? AnswerCell.NotAvailable : AnswerCell.Of(row.Kind)];
            if (row is null || !isShown) return [.. cells, .. columns.Skip(cells.Count).Select(_ => row is null ? AnswerCell.NotAvailable : AnswerCell.Suppressed)];
            return [.. cells, .. counts.Select(c => row.Cell(c.Name)), .. RateCells.Of(row)];
        }
    }
}
