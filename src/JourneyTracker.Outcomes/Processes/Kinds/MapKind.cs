using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Flows;

namespace JourneyTracker.Outcomes.Processes.Kinds;

/// <summary>
/// What follows what. Pairs are not added up anywhere (an activity counts women, not times), so a pair that is hidden cannot be worked out from others; what women begin and end with adds up to all of them and is
/// protected so.
/// </summary>
public sealed class MapKind : OutcomeKind
{
    public override string Name => "map";

    public override string Title => "Process map";

    public override string About => "What follows what in women's journeys, how often and after how many days.";

    public override IReadOnlyList<OutcomeParameter> Parameters => ProcessLog.Parameters;

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var question = ProcessLog.Question(Name, values);
        var lines = question.Ask(store.Connection, ct).Rows.Select(r => new Line((string)r[0]!, (string)r[1]!, (string)r[2]!, (long)r[3]!, (long)r[4]!, r[5] as double?)).ToLookup(l => l.What);
        // Of stages the pairs are steps between them, and women come into one by a step: what is hidden of steps, and of gates and measures, is hidden here; so is what is nearly a step, as the rest would be few.
        var beside = store.ShowsSmall || !ProcessLog.IsOfStages(values) ? null : TotalsBeside.Of(values, store, ct);
        var steps = beside is null ? null : ShownSteps.Of(values, store, beside, ct);
        bool IsKept(Line line) => beside is not null && steps is not null && (line.What == "pair"
            ? !steps.IsShown(line.A, line.B) || steps.IsNearly(line.A, line.B, line.Times) || beside.Hides(line.B, line.Times) || beside.Hides(line.B, line.Women)
            : !steps.IsShown(null, line.A) || beside.Hides(line.A, line.Times) || beside.Hides(line.A, line.Women));
        bool IsShown(Line line) => store.ShowsSmall || !(DisclosurePolicy.Usual.IsSmall(line.Times) || DisclosurePolicy.Usual.IsSmall(line.Women) || IsKept(line));
        var pairs = lines["pair"].Where(IsShown).ToList();
        var most = pairs.Take(values.Whole("most")).ToList();
        var (starts, ends) = (Ends(lines["start"], store.ShowsSmall, IsKept), Ends(lines["end"], store.ShowsSmall, IsKept));
        return new OutcomeAnswer(
            Name, values.All, Title, OutcomeQuote.Of(question, store.Generation), new(question.About),
            [
                .. lines["pair"].Count() > pairs.Count ? new[] { new OutcomeNote(NoteAbout.Hidden, $"{lines["pair"].Count() - pairs.Count} pairs are not shown: those of 1 to 5 women, and those from which such numbers could be worked out.") } : [],
                .. pairs.Count > most.Count ? new[] { new OutcomeNote(NoteAbout.Limit, $"The {most.Count} most frequent of {pairs.Count} pairs are listed.") } : [],
                new(NoteAbout.Limit, "What happened on one day stands in the order in which it counts: family of the record, then when it was recorded."),
            ],
            [
                new("pairs", "What follows what", [new("from", "From", ColumnKind.Text), new("to", "To", ColumnKind.Text), new("times", "Times", ColumnKind.Count), new("women", "Women", ColumnKind.Count), new("days", "Days in the middle", ColumnKind.Number)],
                    [.. most.Select(p => (IReadOnlyList<AnswerCell>)[Words(p.A), Words(p.B), AnswerCell.Of(p.Times), AnswerCell.Of(p.Women), AnswerCell.Of(p.Days)])]),
                new("activities", "Women to whom it happened", [new("activity", "What", ColumnKind.Text), new("women", "Women", ColumnKind.Count), new("first", "First in the period", ColumnKind.Count), new("last", "Last in the period", ColumnKind.Count)],
                    [.. lines["activity"].Where(IsShown).Select(a => (IReadOnlyList<AnswerCell>)[Words(a.A), AnswerCell.Of(a.Women), starts(a.A), ends(a.A)])]),
            ],
            [new(ChartKind.Map, "pairs", "from", "times", "to")]);
    }

    private static AnswerCell Words(string activity) => AnswerCell.Of(ProcessLog.Words(activity));

    private static Func<string, AnswerCell> Ends(IEnumerable<Line> lines, bool showsSmall, Func<Line, bool> isKept)
    {
        var all = lines.ToList();
        var sheet = new Sheet<Line>();
        if (all.Count > 0) sheet.AddLine(all, l => l.Women, isKnown: true);
        var shown = showsSmall ? all : new RowSuppression<Line>([sheet], DisclosurePolicy.Usual, l => l.Women).Shown(all, all.Where(l => DisclosurePolicy.Usual.IsSmall(l.Women) || isKept(l)));
        return activity => all.Find(l => l.A == activity) is not { } line ? AnswerCell.Of(0) : shown.Contains(line) ? AnswerCell.Of(line.Women) : AnswerCell.Suppressed;
    }

    private sealed record Line(string What, string A, string B, long Times, long Women, double? Days);
}
