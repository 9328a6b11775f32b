using JourneyTracker.Domain.Matters;
using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Outcomes.Flows;

/// <summary>Steps between stages in a period. No small number can be worked out from those that left a stage, those that came into one, or all.</summary>
public sealed class FlowsKind : OutcomeKind
{
    public override string Name => "flows";

    public override string Title => "Flows between stages";

    public override string About => "How many steps women made from stage to stage in a period.";

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } = [CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil];

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var question = OutcomeStatement.Of(Name, values);
        var steps = Step.Of(question.Ask(store.Connection, ct));
        var shown = ShownSteps.Of(steps, store.ShowsSmall ? null : TotalsBeside.Of(values, store, ct));
        var flows = new AnswerTable(
            "flows", "Steps from stage to stage",
            [new("from", "From", ColumnKind.Text), new("to", "To", ColumnKind.Text), new("movements", "Steps", ColumnKind.Count), new("women", "Women", ColumnKind.Count)],
            [.. steps.Select(s => (IReadOnlyList<AnswerCell>)[Words(s.From), Words(s.To), shown.Movements(s.From, s.To), shown.Women(s)])]);
        var stages = new AnswerTable(
            "stages", "Steps out of and into each stage",
            [new("stage", "Stage", ColumnKind.Text), new("out", "Steps out of it", ColumnKind.Count), new("in", "Steps into it", ColumnKind.Count)],
            [.. Enum.GetValues<Stage>().Select(s => s.Code()).Where(c => steps.Any(s => s.From == c || s.To == c)).Select(c => (IReadOnlyList<AnswerCell>)[Words(c), shown.Movements(c, null), shown.Movements(null, c)])]);
        var hidden = flows.Rows.Count(r => r[2].Why == WhyNone.Suppressed);
        return new OutcomeAnswer(
            Name, values.All, Title, OutcomeQuote.Of(question, store.Generation), new(question.About),
            [.. hidden > 0 ? new[] { new OutcomeNote(NoteAbout.Hidden, HiddenWords.Rows(hidden)) } : [], new(NoteAbout.Limit, "Two periods that overlap tell of the women between them: quote one.")],
            [flows, stages], [new(ChartKind.Sankey, "flows", "from", "movements", "to")]);
    }

    private static AnswerCell Words(string code) => AnswerCell.Of(StageNames.Find(code)?.Words() ?? code);
}
