using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Packs;

/// <summary>What a partnership's delivery group is shown each quarter: every measure with its change since the quarter before and the same quarter a year before, needs and custody, with what is small hidden.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Generation">What answers about the quarter itself; what stands beside it is from its own edition.</param>
/// <param name="Notes">What is to be known beside the tables.</param>
/// <param name="Tables">In the order of the page.</param>
/// <param name="Readings">How each measure is counted.</param>
/// <param name="Quotes">The definition of each measure with its version and hash.</param>
public sealed record QuarterPack(Quarter Quarter, Generation Generation, IReadOnlyList<OutcomeNote> Notes, IReadOnlyList<AnswerTable> Tables, IReadOnlyList<(string Title, string Reading)> Readings, IReadOnlyList<string> Quotes)
{
    /// <summary>Other kinds of question that belong in it, as far as there are any of that name.</summary>
    private static readonly string[] Beside = ["needs", "population"];

    /// <summary>The last quarter that is published.</summary>
    /// <param name="generation">The latest edition.</param>
    public static Quarter Last(Generation generation) => Quarter.Of(PublishedPeriod.LastSettled(generation.KnownUntil, PublishedLength.Quarter.Months()).From);

    /// <param name="store">What answers about the quarter.</param>
    public static QuarterPack Of(Quarter quarter, OutcomeStoreView store, CancellationToken ct)
    {
        var until = store.Generation.KnownUntil;
        var measures = PackMeasure.Of(ComparedPeriods.Of(quarter.Period), null, store, ct);
        AnswerTable[] tables = [PackTables.Rates(measures), PackTables.Counts(measures), .. BesideTables(quarter, until, store, ct), PackTables.Unknown(measures)];
        return new QuarterPack(
            quarter, store.Generation, [.. ChangesKind.Notes(measures, tables, quarter.Period, until, store)], tables,
            [.. measures.Select(m => ($"{m.Measure.Id}: {m.Measure.Title}", m.Measure.Reading))],
            [.. measures.Select(m => m.Measure.Question(new MeasurePeriod(quarter.From, quarter.To, until))).Select(q => $"{q.Name} version {q.Version} ({q.ShortHash})")]);
    }

    private static IEnumerable<AnswerTable> BesideTables(Quarter quarter, DateOnly until, OutcomeStoreView store, CancellationToken ct)
    {
        foreach (var kind in Beside.Select(OutcomeKinds.Named))
        {
            var said = new Dictionary<string, string> { ["from"] = CommonParameters.Text(quarter.From), ["to"] = CommonParameters.Text(quarter.To), ["known-until"] = CommonParameters.Text(until), ["by"] = "area" };
            foreach (var table in kind.Ask(said.Where(s => kind.Parameters.Any(p => p.Name == s.Key && (p.Choices.Count == 0 || p.Choices.Any(c => c.Value == s.Value)))).ToDictionary(), store, ct).Tables) yield return table;
        }
    }
}
