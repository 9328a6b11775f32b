using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>The whole list of measures about one period. Each shows what the measure by itself shows of the whole, and no more.</summary>
public sealed class MeasuresKind : OutcomeKind
{
    public override string Name => "measures";

    public override string Title => "All measures";

    public override string About => "Every measure of the list that has an answer here, about one period.";

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } = [CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil];

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var (period, until) = (new PublishedPeriod(values.Day("from"), values.Day("to")), values.Day("known-until"));
        var asked = AskedMeasure.Of(MeasureList.Answered, period, store.Published is null ? until : null, store, ct);
        return new OutcomeAnswer(
            Name, values.All, Title, OutcomeQuote.Of(AskedMeasure.Question(MeasureList.Answered, period, until), store.Generation),
            new("Each measure is read as its own definition says: ask it by its id for that, for what it rests on and for its breakdowns."), [.. Notes(asked, period, until, store)], [MeasuresTable.Of(asked)], []);
    }

    /// <summary>What is said beside measures that were asked together.</summary>
    internal static IEnumerable<OutcomeNote> Notes(IReadOnlyList<AskedMeasure> asked, PublishedPeriod period, DateOnly until, OutcomeStoreView store)
    {
        if (asked.Sum(a => a.Figures.Hidden) is > 0 and var hidden) yield return new(NoteAbout.Hidden, HiddenWords.Rows(hidden));
        if (store.Published is not null) yield return MeasureKind.NotPublished;
        if (period.To > until) yield return new(NoteAbout.NotRun, "The period is not over by the day until which all is known: more may come.");
        foreach (var measure in asked.Where(a => a.Unknown is not null)) yield return new(measure.By is null ? NoteAbout.NotRun : NoteAbout.Unknown, $"{measure.Measure.Id}: {measure.Unknown}");
        foreach (var other in asked.Where(a => a.By is not null && a.By.Number != store.Generation.Number).GroupBy(a => a.By!.Number).Select(g => (By: g.First().By!, Ids: string.Join(", ", g.Select(a => a.Measure.Id)))))
            yield return new(NoteAbout.Source, FormattableString.Invariant($"{other.Ids}: published later, as known until {other.By.KnownUntil:d MMMM yyyy} (position {other.By.Position})"));
    }
}
