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
            new($"Each measure is read as its own definition says. The period before is {Words(periods.Before)}, a year before {Words(periods.AYearBefore)}."), [.. Notes(tables, period, until)], [.. tables.Where(t => t.Rows.Count > 0)], []);
    }

    private static IEnumerable<OutcomeNote> Notes(IReadOnlyList<AnswerTable> tables, PublishedPeriod period, DateOnly until)
    {
        if (tables.Sum(t => t.Rows.Count(r => r.Any(c => c.Why == WhyNone.Suppressed))) is > 0 and var hidden) yield return new(NoteAbout.Hidden, HiddenWords.Rows(hidden));
        if (period.To > until) yield return new(NoteAbout.NotRun, "The period is not over by the day until which all is known: more may come.");
        yield return new(NoteAbout.Limit, "The interval of a change takes the women of both periods as different ones, and one period as a draw from many: of so many changes some lie outside their interval by chance.");
    }

    private static string Words(PublishedPeriod period) => FormattableString.Invariant($"{period.From:d MMMM yyyy} to {period.To:d MMMM yyyy}");
}
