using JourneyTracker.Domain.Matters;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Flows;
using JourneyTracker.Outcomes.Statistics.Survival;

namespace JourneyTracker.Outcomes.Stages;

/// <summary>How long women are in each stage: median and quartiles, with those who are still in it as censored.</summary>
public sealed class StagesKind : OutcomeKind
{
    public override string Name => "stages";

    public override string Title => "Time in each stage";

    public override string About => "How many days women are in each stage: the middle, the quarters, and how many are in it still.";

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } = [CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil];

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var question = OutcomeStatement.Of(Name, values);
        var all = question.Ask(store.Connection, ct).Rows.GroupBy(r => (string)r[0]!).Select(Time.Of).OrderBy(t => StageNames.Find(t.Stage)).ToList();
        var beside = store.ShowsSmall ? null : TotalsBeside.Of(values, store, ct);
        var shown = beside is null ? all : Shown(all, ShownSteps.Of(values, store, beside, ct), beside);
        IReadOnlyList<AnswerColumn> columns =
        [
            new("stage", "Stage", ColumnKind.Text), new("stretches", "Stretches that began", ColumnKind.Count), new("women", "Women", ColumnKind.Count), new("ended", "Ended", ColumnKind.Count), new("still", "Still in it", ColumnKind.Count),
            new("quarter", "Days until a quarter had left it", ColumnKind.Number), new("median", "Until half had", ColumnKind.Number), new("three_quarters", "Until three quarters had", ColumnKind.Number),
        ];
        var table = new AnswerTable("stages", "Days in each stage", columns, [.. all.Select(t => t.Cells(shown.Contains(t), store.ShowsSmall))]);
        return new OutcomeAnswer(
            Name, values.All, Title, OutcomeQuote.Of(question, store.Generation), new(question.About),
            [.. all.Count > shown.Count ? new[] { new OutcomeNote(NoteAbout.Hidden, HiddenWords.Rows(all.Count - shown.Count)) } : [], new(NoteAbout.Limit, "[x]: fewer than that share have left it in the time of which all is known.")],
            [table], [new(ChartKind.Bars, "stages", "stage", "median", Low: "quarter", High: "three_quarters")]);
    }

    /// <summary>A stretch in a stage begins with a step into it: where steps are hidden, so are stretches.</summary>
    private static IReadOnlyList<Time> Shown(IReadOnlyList<Time> all, ShownSteps steps, TotalsBeside beside)
    {
        var sheet = new Sheet<Time>();
        sheet.AddShares(all, t => (t.Curve.Events, t.Curve.N - t.Curve.Events), isKnown: null);
        return new RowSuppression<Time>([sheet], DisclosurePolicy.Usual, t => t.Curve.N).Shown(all, all.Where(t => t.IsSmall || !steps.IsShown(null, t.Stage) || t.Numbers.Any(n => beside.Hides(t.Stage, n))));
    }

    private sealed record Time(string Stage, long Women, KaplanMeierCurve Curve)
    {
        private static readonly double[] Quarters = [0.25, 0.5, 0.75];

        public IEnumerable<long> Numbers => [Women, Curve.N, Curve.Events, Curve.N - Curve.Events];

        public bool IsSmall => Numbers.Any(DisclosurePolicy.Usual.IsSmall);

        public static Time Of(IGrouping<string, object?[]> rows) => new(
            rows.Key, (long)rows.First()[4]!, KaplanMeierCurve.Of([.. rows.SelectMany(r => Enumerable.Repeat(new SurvivalTime((int)(long)r[1]!, (bool)r[2]!), (int)(long)r[3]!))]));

        public IReadOnlyList<AnswerCell> Cells(bool isShown, bool showsSmall)
        {
            var stage = AnswerCell.Of(StageNames.Find(Stage)?.Words() ?? Stage);
            if (!isShown) return [stage, .. Enumerable.Repeat(AnswerCell.Suppressed, 7)];
            return [stage, AnswerCell.Of(Curve.N), AnswerCell.Of(Women), AnswerCell.Of(Curve.Events), AnswerCell.Of(Curve.N - Curve.Events), .. Quarters.Select(s => QuantileCells.Of(Curve, s, showsSmall))];
        }
    }
}
