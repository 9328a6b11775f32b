using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Outcomes.Disproportionality;

/// <summary>How groups of women fare at each gate of the system beside a group they are compared with: rates and the relative rate index.</summary>
public sealed class DisproportionalityKind : OutcomeKind
{
    public override string Name => "disproportionality";

    public override string Title => "Disproportionality at each gate";

    public override string About => "Of the women who came to each gate, how many went through it: by ethnicity, area and what else the store holds, one or two at a time, each beside a reference group.";

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } =
    [
        CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil,
        new("by", "By", "The characteristic that is compared; attribute:NAME for one of an evaluator's own file", ParameterType.Text) { Default = "ethnicity", Choices = Characteristics.Choices },
        new("and-by", "And by", "Another one: groups are compared within each of its values", ParameterType.Text) { Choices = Characteristics.Choices },
        new("reference", "Compared with", "The group with which the others are compared; White for ethnicity, when it is not said", ParameterType.Text),
    ];

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var (by, andBy) = (values.Text("by"), values.Find("and-by"));
        Characteristics.Check("by", by);
        Characteristics.Check("and-by", andBy);
        var question = OutcomeStatement.Of("gates", values);
        var quote = OutcomeQuote.Of(question, store.Generation);
        if (new[] { by, andBy }.OfType<string>().Select(Characteristics.WhyNot).OfType<string>().ToList() is { Count: > 0 } whyNot)
            return new OutcomeAnswer(Name, values.All, Title, quote, new(question.About), [.. whyNot.Select(w => new OutcomeNote(NoteAbout.Unknown, w))], [NotHeld()], []);
        var figures = GateFigures.Of(question.Ask(store.Connection, ct), by, andBy, store.ShowsSmall);
        var table = GateTable.Of(figures, by, andBy, values.Find("reference") ?? (by == "ethnicity" ? "White" : null));
        return new OutcomeAnswer(
            Name, values.All, Title, quote, new(question.About),
            [
                .. figures.Totals.Count == 0 ? new[] { new OutcomeNote(NoteAbout.Limit, "No woman came to a gate in the period.") } : [],
                .. figures.Hidden > 0 ? new[] { new OutcomeNote(NoteAbout.Hidden, HiddenWords.Rows(figures.Hidden)) } : [],
                new(NoteAbout.Limit, "1 is parity, and an interval that holds 1 does not show a difference, nor that there is none. A difference is not its reason: offences, histories and who is recorded differ too."),
            ],
            [table, NotHeld()], [new(ChartKind.Bars, "gates", "part", "rate", "gate", "lower95", "upper95")]);
    }

    private static AnswerTable NotHeld() => new(
        "not_held", "What the store does not hold", [new("characteristic", "Characteristic", ColumnKind.Text), new("rate", "Rate", ColumnKind.Rate), new("why", "Why", ColumnKind.Text)],
        [.. Characteristics.AllNotHeld.Select(n => n.Split(": ", 2)).Select(n => (IReadOnlyList<AnswerCell>)[AnswerCell.Of(n[0]), AnswerCell.NotAvailable, AnswerCell.Of(n[1])])]);
}
