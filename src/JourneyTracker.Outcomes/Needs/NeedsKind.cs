using JourneyTracker.Domain.Codes;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Outcomes.Needs;

/// <summary>Needs that no service has met, by pathway and area.</summary>
public sealed class NeedsKind : OutcomeKind
{
    private static readonly Dictionary<string, string> Pathways = CodeList.Pathways.All.ToDictionary(c => c.Value, c => c.Label);

    public override string Name => "needs";

    public override string Title => "Unmet need";

    public override string About => "How many women need support on each pathway, and how many of them no service has met since.";

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } =
    [
        CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil, CommonParameters.OneOf("by", "Broken down by", "Area, the latest known", ("area", "Area")),
    ];

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var (question, by) = (OutcomeStatement.Of(Name, values), values.Find("by"));
        var totals = MeasureRow.Of((by is null ? question : question.With(new Dictionary<string, string> { ["by"] = "" })).Ask(store.Connection, ct));
        var figures = MeasureFigures.Of(totals, by is null ? [] : MeasureRow.Of(question.Ask(store.Connection, ct)), store.ShowsSmall);
        var table = MeasureTable.Of(figures, by, null, kind => Pathways.GetValueOrDefault(kind, kind)) with { Name = "needs", Title = "Women who need support, and of these those whom no service has met" };
        return new OutcomeAnswer(
            Name, values.All, Title, OutcomeQuote.Of(question, store.Generation), new(question.About),
            [
                .. figures.IsEmpty ? new[] { new OutcomeNote(NoteAbout.Unknown, "No answer on a pathway was recorded in the period.") } : [],
                .. figures.Hidden > 0 ? new[] { new OutcomeNote(NoteAbout.Hidden, HiddenWords.Rows(figures.Hidden)) } : [],
                new(NoteAbout.NotAsked, "Women whom nobody asked about a pathway are not among those who need nothing: where an assessment left it out they stand under not asked."),
                new(NoteAbout.Limit, "One woman stands under every pathway on which she needs support: pathways do not add up to women."),
            ],
            [table], figures.IsEmpty ? [] : [new(ChartKind.Bars, "needs", by is null ? "kind" : "part", "x", by is null ? null : "kind")]);
    }
}
