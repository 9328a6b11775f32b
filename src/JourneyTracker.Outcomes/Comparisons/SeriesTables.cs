using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Statistics.Series;

namespace JourneyTracker.Outcomes.Comparisons;

/// <summary>The tables of a series.</summary>
internal static class SeriesTables
{
    private static readonly AnswerColumn[] MonthColumns =
    [
        new("month", "Month", ColumnKind.Text), new("n", "Number", ColumnKind.Count), new("x", "Of these", ColumnKind.Count), new("value", "Value", ColumnKind.Number), new("fitted", "By the lines", ColumnKind.Number),
        new("without", "By the line before the change", ColumnKind.Number),
    ];

    private static readonly AnswerColumn[] ChangeColumns =
    [
        new("term", "What", ColumnKind.Text), new("estimate", "Estimate", ColumnKind.Number), new("lower95", "95% interval from", ColumnKind.Number), new("upper95", "to", ColumnKind.Number), new("error", "Standard error", ColumnKind.Number), new("p", "p", ColumnKind.Number),
    ];

    public static AnswerTable Months(IReadOnlyList<MeasureRow> rows, IReadOnlyList<MeasureRow> shown, InterruptedTimeSeries? series) => new(
        "months", "Month by month", MonthColumns, [.. rows.Select((r, i) => (IReadOnlyList<AnswerCell>)[AnswerCell.Of(r.Part), .. shown.Contains(r)
            ? new[] { r.Cell("n"), r.Cell("x"), AnswerCell.Of(SeriesKind.Value(r)), AnswerCell.Of(series?.Fitted[i]), AnswerCell.Of(series?.Without[i]) }
            : Enumerable.Repeat(AnswerCell.Suppressed, MonthColumns.Length - 1)])]);

    public static AnswerTable Change(InterruptedTimeSeries series) => new(
        "change", "The lines and the change", ChangeColumns,
        [Row("Level in the first month", series.Level), Row("Change a month, before", series.Slope), Row("Jump in the first month after", series.LevelChange), Row("Change of the slope, a month", series.SlopeChange)]);

    private static IReadOnlyList<AnswerCell> Row(string what, RegressionTerm term) =>
        [AnswerCell.Of(what), AnswerCell.Of((double?)term.Estimate), AnswerCell.Of((double?)term.Interval.Low), AnswerCell.Of((double?)term.Interval.High), AnswerCell.Of((double?)term.StandardError), AnswerCell.Of((double?)term.P)];
}
