using System.Globalization;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Outcomes.Custody;

/// <summary>Women in custody by day, or on the last day of each month. Each day is the measure B10 of that day, and hides what that hides.</summary>
public sealed class PopulationKind : OutcomeKind
{
    private const int MostDays = 366;

    private static readonly (string Code, string Words)[] Bases =
    [
        ("recall", "Recall"), ("sentence", "Sentence"), ("convicted-unsentenced", "Convicted, not sentenced"), ("remand", "Remand"), ("civil", "Civil"), ("not-known", "Not known"),
    ];

    public override string Name => "population";

    public override string Title => "Women in custody";

    public override string About => "How many women were in custody, by day or at the end of each month, and on what basis.";

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } =
    [
        CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil,
        // From one day to the next a number differs by the woman who came or went.
        new("every", "How often", "On the last day of each month; evaluators may ask every day too", ParameterType.Choice) { Default = "month", Choices = [new("month", "Month"), new("day", "Day") { IsForEvaluators = true }] },
    ];

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        if (values.Text("every") == "day" && values.Day("to").DayNumber - values.Day("from").DayNumber >= MostDays)
            throw new QuestionException($"Every day can be asked of {MostDays} days at most: say a later first day (from), or every month.") { Parameter = "from" };
        var question = OutcomeStatement.Of(Name, values);
        var table = question.Ask(store.Connection, ct);
        var days = table.Rows.GroupBy(r => (string)r[0]!).Select(d => (Day: d.Key, Women: (long)d.First(r => r[1] is null)[2]!, By: d.Where(r => r[1] is not null).ToList())).ToList();
        var rows = days.Select(d => Row(d.Day, d.Women, d.By, store.ShowsSmall)).ToList();
        var hidden = rows.Sum(r => r.Count(c => c.Why == WhyNone.Suppressed));
        return new OutcomeAnswer(
            Name, values.All, Title, OutcomeQuote.Of(question, store.Generation), new(question.About),
            [
                .. hidden > 0 ? new[] { new OutcomeNote(NoteAbout.Hidden, $"{hidden} numbers are not shown ([c]): those of 1 to 5 women, and those from which such numbers could be worked out.") } : [],
                .. values.Day("to") > values.Day("known-until") ? new[] { new OutcomeNote(NoteAbout.NotRun, "Days after the last of which all is known are left out.") } : [],
                new(NoteAbout.Limit, "From one day to the next numbers differ by the women who came and went."),
            ],
            [new("population", "Women in custody", [new("day", "Day", ColumnKind.Day), new("women", "Women", ColumnKind.Count), .. Bases.Select(b => new AnswerColumn(b.Code, b.Words, ColumnKind.Count))], rows)],
            [new(ChartKind.Lines, "population", "day", "women")]);
    }

    private static IReadOnlyList<AnswerCell> Row(string day, long women, IReadOnlyList<object?[]> by, bool showsSmall)
    {
        var totals = MeasureRow.Of(new DuckTable(["kind", "part", "n"], [[day, "all", women]]));
        var parts = MeasureRow.Of(new DuckTable(["kind", "part", "n"], [.. by.Select(r => new object?[] { day, r[1], r[2] })]));
        var shown = MeasureFigures.Of(totals, parts, showsSmall).Shown;
        AnswerCell Cell(MeasureRow? row) => row is null ? AnswerCell.Of(0) : shown.Contains(row) ? row.Cell("n") : AnswerCell.Suppressed;
        return [AnswerCell.Of(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)), Cell(totals[0]), .. Bases.Select(b => Cell(parts.FirstOrDefault(p => p.Part == b.Code)))];
    }
}
