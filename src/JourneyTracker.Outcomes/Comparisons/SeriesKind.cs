using System.Globalization;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Statistics.Series;

namespace JourneyTracker.Outcomes.Comparisons;

/// <summary>
/// A measure month by month before and after a day on which policy changed: segmented regression with errors for months that resemble each other. For evaluators alone: its months lie in the quarters that are published,
/// and a quarter less two of its months gives the third, hidden or not.
/// </summary>
public sealed class SeriesKind : OutcomeKind
{
    private const int Fewest = 3;

    public override string Name => "series";

    public override string Title => "Before and after a policy";

    public override string About => "A measure month by month before and after the month in which policy changed: the line before it, the jump, and the change of slope (interrupted time series).";

    public override bool IsForEvaluators => true;

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } =
    [
        new("id", "Measure", "Its id in the list, for example M02", ParameterType.Question) { Default = "M02", Choices = [.. MeasureList.All.Select(m => new OutcomeChoice(m.Id, m.Title))] },
        new("change", "Changed on", "The first month after the change is the one in which this day lies", ParameterType.Day) { Required = true },
        new("months-before", "Months before", "How many months before the change", ParameterType.Whole) { Default = "24", Range = (Fewest, 240) },
        new("months-after", "Months after", "How many months from the change on, as far as they are over", ParameterType.Whole) { Default = "24", Range = (Fewest, 240) },
        CommonParameters.KnownUntil,
        new("kind", "Counted", "Which row of the measure; the first when not said", ParameterType.Text),
    ];

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var measure = MeasureList.Find(values.Text("id")) ?? throw new QuestionException($"There is no measure {values.Text("id")}: docs/measures.md lists them.") { Parameter = "id" };
        var (change, until) = (values.Day("change"), values.Day("known-until"));
        var first = new DateOnly(change.Year, change.Month, 1);
        var months = Enumerable.Range(-values.Whole("months-before"), values.Whole("months-before") + values.Whole("months-after")).Select(first.AddMonths).Where(m => m.AddMonths(1).AddDays(-1) <= until).ToList();
        var question = measure.Question(new MeasurePeriod(first.AddMonths(-values.Whole("months-before")), months.Count == 0 ? first : months[^1].AddMonths(1).AddDays(-1), until));
        var counted = months.Select(m => (Month: m, Table: Counts(measure, m, until, store, ct))).ToList();
        var kind = values.Find("kind") ?? counted.SelectMany(c => c.Table.Rows.Select(r => (string)r[c.Table["kind"]]!)).FirstOrDefault();
        var rows = MeasureRow.Of(new DuckTable(["kind", "part", .. Columns(counted)], [.. counted.Select(c => Row(c.Month, c.Table, kind, Columns(counted)))]));
        var shown = store.ShowsSmall ? rows : MeasureRow.Shown(rows);
        var series = kind is not null && shown.Count == rows.Count && months.Count(m => m < first) >= Fewest && months.Count(m => m >= first) >= Fewest && rows.All(r => Value(r) is not null) ? InterruptedTimeSeries.Fit([.. rows.Select(r => Value(r)!.Value)], months.Count(m => m < first)) : null;
        return new OutcomeAnswer(
            Name, values.All, $"{measure.Title}, before and after {change:yyyy-MM-dd}", OutcomeQuote.Of(question, store.Generation), MeasureKind.Define(measure), [.. Notes(rows, shown, series, months, first, until)],
            [SeriesTables.Months(rows, shown, series), .. series is null ? [] : new[] { SeriesTables.Change(series) }], [new AnswerChart(ChartKind.Lines, "months", "month", "value"), .. series is null ? [] : new[] { new AnswerChart(ChartKind.Lines, "months", "month", "fitted") }]);
    }

    /// <summary>A rate where the measure has one, else a number; null in a month of which there is nothing to say, which is not zero.</summary>
    internal static double? Value(MeasureRow row) => row.Has("x") ? row.Share?.Rate : row.Size;

    private static DuckTable Counts(MeasureDefinition measure, DateOnly month, DateOnly until, OutcomeStoreView store, CancellationToken ct) =>
        measure.Question(new MeasurePeriod(month, month.AddMonths(1).AddDays(-1), until)).Ask(store.Connection, ct);

    private static string[] Columns(List<(DateOnly Month, DuckTable Table)> counted) => counted.Any(c => c.Table.Has("x")) ? ["n", "x"] : ["n"];

    /// <summary>A month in which nothing happened counts none.</summary>
    private static object?[] Row(DateOnly month, DuckTable table, string? kind, string[] columns)
    {
        var row = table.Rows.FirstOrDefault(r => (string)r[table["kind"]]! == kind);
        return [kind ?? "", month.ToString("yyyy-MM", CultureInfo.InvariantCulture), .. columns.Select(c => row is null ? 0L : row[table[c]])];
    }

    private static IEnumerable<OutcomeNote> Notes(IReadOnlyList<MeasureRow> rows, IReadOnlyList<MeasureRow> shown, InterruptedTimeSeries? series, List<DateOnly> months, DateOnly first, DateOnly until)
    {
        if (shown.Count < rows.Count) yield return new(NoteAbout.Hidden, $"{HiddenWords.Rows(rows.Count - shown.Count)} No line is fitted then: they could be worked out from it.");
        else if (rows.Any(r => Value(r) is null)) yield return new(NoteAbout.Unknown, "No line is fitted: of some months there is nothing to say, because nobody is counted in them, follow-up has not run or too much is missing.");
        else if (series is null) yield return new(NoteAbout.Unknown, $"A line needs at least {Fewest} whole months on either side; there are {months.Count(m => m < first)} and {months.Count(m => m >= first)} by {until:yyyy-MM-dd}.");
        if (series is not null) yield return new(NoteAbout.Limit, $"Errors are Newey and West's with lag {series.Lag}. Months of the year are not allowed for, and neither is anything else that changed in the same month: a jump is a difference in time, not proof of a cause. There is no group that the change did not reach.");
    }
}
