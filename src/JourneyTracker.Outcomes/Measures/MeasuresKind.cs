using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>The whole list of measures about one period, in one statement. Each shows what the measure by itself shows of the whole, and no more.</summary>
public sealed class MeasuresKind : OutcomeKind
{
    private static readonly IReadOnlyList<MeasureDefinition> Answered = [.. MeasureList.All.Where(m => m.State == MeasureState.Answered)];

    public override string Name => "measures";

    public override string Title => "All measures";

    public override string About => "Every measure of the list that has an answer here, about one period.";

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } = [CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil];

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var question = new QuestionFile(
            QuestionKind.Measure, Name, Answered.Max(m => m.Version), About,
            new Dictionary<string, string> { ["from"] = values.Text("from"), ["to"] = values.Text("to"), ["known_until"] = values.Text("known-until"), ["by"] = "" }, MeasureStatement.Of(Answered));
        var lines = question.Ask(store.Connection, ct);
        var byMeasure = lines.Rows.ToLookup(r => (string)r[0]!);
        var sources = MeasureSource.Of([.. Answered.SelectMany(m => m.RestsOn).SelectMany(g => g).Distinct()], store.Connection, ct);
        List<(MeasureDefinition Measure, MeasureRow? Row, bool IsShown, string? Unknown)> all = [];
        var period = new PublishedPeriod(values.Day("from"), values.Day("to"));
        var elsewhere = store.Published is { } editions ? Answered.Where(m => editions.About(period, m.RunsUntil(period.To))?.Number != store.Generation.Number).ToList() : [];
        foreach (var measure in Answered.Except(elsewhere))
        {
            if (MeasureSource.Missing(measure, [.. sources.Where(s => measure.RestsOn.Any(g => g.Contains(s.Fact)))]) is { } unknown)
            {
                all.Add((measure, null, false, unknown));
                continue;
            }

            var figures = MeasureFigures.Of(Rows(lines, [.. byMeasure[measure.Id]]), [], store.ShowsSmall);
            all.AddRange(figures.Totals.Select(r => (measure, (MeasureRow?)r, figures.Shown.Contains(r), (string?)null)));
        }

        var hidden = all.Count(a => a.Row is not null && !a.IsShown);
        return new OutcomeAnswer(
            Name, values.All, Title, OutcomeQuote.Of(question, store.Generation), new("Each measure is read as its own definition says: ask it by its id for that, for what it rests on and for its breakdowns."),
            [
                .. hidden > 0 ? new[] { new OutcomeNote(NoteAbout.Hidden, HiddenWords.Rows(hidden)) } : [],
                .. values.Day("to") > values.Day("known-until") ? new[] { new OutcomeNote(NoteAbout.NotRun, "The period is not over by the day until which all is known: more may come.") } : [],
                .. elsewhere.Count > 0 ? new[] { new OutcomeNote(NoteAbout.NotRun, $"Not in this list, because what may follow them comes later: {string.Join(", ", elsewhere.Select(m => m.Id))}. Ask each by itself: it is answered once that is known.") } : [],
                .. all.Where(a => a.Unknown is not null).Select(a => new OutcomeNote(NoteAbout.Unknown, $"{a.Measure.Id}: {a.Unknown}")),
            ],
            [MeasuresTable.Of(all)], []);
    }

    /// <summary>Rows with the columns that the measure has.</summary>
    private static IReadOnlyList<MeasureRow> Rows(DuckTable all, IReadOnlyList<object?[]> lines)
    {
        var columns = Enumerable.Range(1, all.Columns.Count - 1).Where(c => lines.Any(l => l[c] is not null)).ToList();
        return MeasureRow.Of(new DuckTable([.. columns.Select(c => all.Columns[c])], [.. lines.Select(l => columns.Select(c => l[c]).ToArray())]));
    }
}
