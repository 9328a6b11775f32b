using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Packs;

/// <summary>The whole list of measures in a period, with what changed since the one before and the same a year before: the quarterly pack's measures, about any period.</summary>
public sealed class ChangesKind : OutcomeKind
{
    public override string Name => "changes";

    public override string Title => "What changed";

    public override string About => "Every measure of the list in a period, with its change since the period before and since the same a year before.";

    public override IReadOnlyList<OutcomeParameter> Parameters { get; } = [CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil];

    protected override OutcomeAnswer Answer(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var (period, until) = (new PublishedPeriod(values.Day("from"), values.Day("to")), values.Day("known-until"));
        var periods = ComparedPeriods.Of(period);
        var measures = PackMeasure.Of(periods, store.Published is null ? until : null, store, ct);
        AnswerTable[] tables = [PackTables.Rates(measures), PackTables.Counts(measures), PackTables.Unknown(measures)];
        return new OutcomeAnswer(
            Name, values.All, Title, OutcomeQuote.Of(AskedMeasure.Question(MeasureList.Answered, period, until), store.Generation),
            new($"Each measure is read as its own definition says. The period before is {Words(periods.Before)}, a year before {Words(periods.AYearBefore)}."), [.. Notes(measures, tables, period, until, store)], [.. tables.Where(t => t.Rows.Count > 0)], []);
    }

    /// <summary>What is said beside the tables.</summary>
    /// <param name="store">What answers about the period itself.</param>
    internal static IEnumerable<OutcomeNote> Notes(IReadOnlyList<PackMeasure> measures, IReadOnlyList<AnswerTable> tables, PublishedPeriod period, DateOnly until, OutcomeStoreView store)
    {
        if (tables.Sum(t => t.Rows.Count(r => r.Any(c => c.Why == WhyNone.Suppressed))) is > 0 and var hidden) yield return new(NoteAbout.Hidden, HiddenWords.Rows(hidden));
        if (store.Published is not null) yield return MeasureKind.NotPublished;
        if (period.To > until) yield return new(NoteAbout.NotRun, "The period is not over by the day until which all is known: more may come.");
        yield return new(NoteAbout.Limit, "The interval of a change takes the women of both periods as different ones, and one period as a draw from many: of so many changes some lie outside their interval by chance. Where several events are of one woman it is narrower than it should be.");
        var others = measures.SelectMany(m => new[] { (m.Now, "now"), (m.Before, "the period before"), (m.AYearBefore, "a year before") }).Where(a => a.Item1.By is { } other && other.Number != store.Generation.Number);
        foreach (var edition in others.GroupBy(a => a.Item1.By!.Number))
        {
            var said = string.Join("; ", edition.GroupBy(a => a.Item2).Select(g => $"{g.Key} {string.Join(", ", g.Select(a => a.Item1.Measure.Id))}"));
            yield return new(NoteAbout.Source, FormattableString.Invariant($"As known until {edition.First().Item1.By!.KnownUntil:d MMMM yyyy} (position {edition.First().Item1.By!.Position}): {said}"));
        }
    }

    private static string Words(PublishedPeriod period) => FormattableString.Invariant($"{period.From:d MMMM yyyy} to {period.To:d MMMM yyyy}");
}
