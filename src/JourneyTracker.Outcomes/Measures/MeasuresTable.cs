using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>Measures under each other: a line for each kind of thing that each counts.</summary>
internal static class MeasuresTable
{
    public static AnswerTable Of(IReadOnlyList<(MeasureDefinition Measure, MeasureRow? Row, bool IsShown, string? Unknown)> all)
    {
        IReadOnlyList<AnswerColumn> counts = MeasureTable.Counts;
        IReadOnlyList<AnswerColumn> columns = [new("id", "Measure", ColumnKind.Text), new("title", "What it is", ColumnKind.Text), new("kind", "Counted", ColumnKind.Text), .. counts, .. MeasureTable.Rates];
        return new("measures", "Measures", columns, [.. all.Select(a => Row(a.Measure, a.Row, a.IsShown))]);

        IReadOnlyList<AnswerCell> Row(MeasureDefinition measure, MeasureRow? row, bool isShown)
        {
            List<AnswerCell> cells = [AnswerCell.Of(measure.Id), AnswerCell.Of(measure.Title), row is null ? AnswerCell.NotAvailable : AnswerCell.Of(row.Kind)];
            if (row is null || !isShown) return [.. cells, .. columns.Skip(cells.Count).Select(_ => row is null ? AnswerCell.NotAvailable : AnswerCell.Suppressed)];
            return [.. cells, .. counts.Select(c => row.Cell(c.Name)), .. RateCells.Of(row)];
        }
    }
}
