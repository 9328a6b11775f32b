using System.Globalization;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Comparisons;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Outcomes.Costs;

/// <summary>All items of all pairs, and which of them may be shown.</summary>
/// <param name="All">In the order of the list.</param>
/// <param name="Shown">Those that are recorded and about enough women.</param>
internal sealed record CountedItems(IReadOnlyList<CountedItem> All, IReadOnlySet<CountedItem> Shown)
{
    public static string Statement { get; } = MeasureList.Text("costs.sql");

    public static CountedItems Of(EngagedWomen women, IReadOnlyList<MeasureSource> sources, OutcomeStoreView store, CancellationToken ct)
    {
        var amounts = Ask(women, store, ct);
        double Amount(string key, CostItem item) => amounts.GetValueOrDefault((key, item.Code));
        List<CountedItem> all = [.. CostItem.All.Select(i => new CountedItem(
            i, [.. women.Matching.Pairs.Select(p => Amount(p.Treated, i))], [.. women.Matching.Pairs.Select(p => Amount(p.Control, i))], sources.Any(s => i.RestsOn.Contains(s.Fact) && s.Agencies.Count > 0)))];
        var fed = all.Where(i => i.IsFed).ToList();
        return new(all, (store.ShowsSmall ? fed : Large(fed)).ToHashSet());
    }

    /// <summary>Women who had any of it, and those who had none, must be enough in both groups.</summary>
    private static IEnumerable<CountedItem> Large(List<CountedItem> items)
    {
        var rows = MeasureRow.Of(new DuckTable(["kind", "part", "n", "x"], [.. items.SelectMany(i => new object?[][]
        {
            [i.Item.Code, MatchedTables.Met, (long)i.Met.Count, CountedItem.Having(i.Met)], [i.Item.Code, MatchedTables.NotMet, (long)i.NotMet.Count, CountedItem.Having(i.NotMet)],
        })]));
        var shown = MeasureRow.Shown(rows);
        return items.Where(i => !i.TellsOfFew && rows.Where(r => r.Kind == i.Item.Code).All(shown.Contains));
    }

    private static Dictionary<(string, string), double> Ask(EngagedWomen women, OutcomeStoreView store, CancellationToken ct)
    {
        var asked = women.Matching.Pairs.SelectMany(p => new[] { p.Treated, p.Control }).Select(key => (Key: key, Days: women.Days(key)))
            .Select(w => string.Create(CultureInfo.InvariantCulture, $$"""{"person":{{w.Key}},"released_on":"{{w.Days.Released:yyyy-MM-dd}}","starts_on":"{{w.Days.Starts:yyyy-MM-dd}}","ends_on":"{{w.Days.Ends:yyyy-MM-dd}}"}"""));
        var table = store.Connection.Query(Statement, new Dictionary<string, object?> { ["women"] = $"[{string.Join(',', asked)}]" }, ct);
        return table.Rows.ToDictionary(r => (Convert.ToString(r[0], CultureInfo.InvariantCulture)!, (string)r[1]!), r => (double)r[2]!);
    }
}
