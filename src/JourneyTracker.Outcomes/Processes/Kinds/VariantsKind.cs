using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Outcomes.Processes.Kinds;

/// <summary>
/// The ways that women went. Those of few women are not listed, and their number together does not tell of one of them. For evaluators alone: a woman is in one way only, so ways tell also how many did not come to a gate.
/// </summary>
public sealed class VariantsKind : OutcomeKind
{
    public override string Name => "variants";

    public override string Title => "Ways through";

    public override string About => "Which ways women went through stages or records, and how many went each.";

    public override bool IsForEvaluators => true;

    public override IReadOnlyList<OutcomeParameter> Parameters => ProcessLog.Parameters;

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var question = ProcessLog.Question(Name, values);
        var all = question.Ask(store.Connection, ct).Rows.Select(r => new Way((string)r[0]!, (long)r[1]!, (long)r[2]!, r[3] as double?)).ToList();
        var shown = store.ShowsSmall ? all : Shown(all);
        var most = shown.Take(values.Whole("most")).ToList();
        return new OutcomeAnswer(
            Name, values.All, Title, OutcomeQuote.Of(question, store.Generation), new(question.About),
            [
                .. all.Count > shown.Count ? new[] { new OutcomeNote(NoteAbout.Hidden, $"{all.Count - shown.Count} of {all.Count} ways are not shown: those of 1 to 5 women, and those from which such numbers could be worked out.") } : [],
                .. shown.Count > most.Count ? new[] { new OutcomeNote(NoteAbout.Limit, $"The {most.Count} most frequent of {shown.Count} ways are listed.") } : [],
            ],
            [
                new("variants", "Ways through", [new("way", "Way", ColumnKind.Text), new("steps", "Steps", ColumnKind.Count), new("women", "Women", ColumnKind.Count), new("share", "Of all", ColumnKind.Rate), new("days", "Days in the middle", ColumnKind.Number)],
                    [.. most.Select(w => (IReadOnlyList<AnswerCell>)[AnswerCell.Of(ProcessLog.WayInWords(w.Path)), AnswerCell.Of(w.Steps), AnswerCell.Of(w.Women), AnswerCell.Of((double)w.Women / all.Sum(o => o.Women)), AnswerCell.Of(w.Days)])]),
            ],
            [new(ChartKind.Bars, "variants", "way", "women")]);
    }

    /// <summary>All ways of few women count as one here: one by one they are named nowhere.</summary>
    private static List<Way> Shown(IReadOnlyList<Way> all)
    {
        var large = all.Where(w => !DisclosurePolicy.Usual.IsSmall(w.Women)).ToList();
        var others = all.Sum(w => w.Women) - large.Sum(w => w.Women);
        // Together they are few women too: the smallest way that could be listed joins them.
        return DisclosurePolicy.Usual.IsSmall(others) ? [.. large.SkipLast(1)] : large;
    }

    private sealed record Way(string Path, long Steps, long Women, double? Days);
}
