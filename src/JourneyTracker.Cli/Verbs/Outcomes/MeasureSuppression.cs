using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>
/// Which rows of a measure may be shown. Rows that differ in their last group alone are taken as parts of one total, which somebody may know; rows that are of the same number and add up
/// to it, or to one of them, as parts of that.
/// </summary>
internal static class MeasureSuppression
{
    public static IEnumerable<MeasureRow> Shown(IReadOnlyList<MeasureRow> rows)
    {
        var tables = new CountTables();
        var places = new List<Place>();
        foreach (var family in rows.GroupBy(r => (r.Proportion is null, r.Kind)))
        {
            var own = family.ToList();
            var count = own[0].Parts.Select((_, i) => Table($"{family.Key} count {i}", own, i)).ToList();
            foreach (var table in count) table.AddTo(tables);
            places.AddRange(own.Select((row, at) => new Place(row, $"{at}", count)));
        }

        foreach (var whole in places.Where(p => p.Row.Proportion is not null).GroupBy(p => (p.Row.Part, p.Row.Proportion!.Value.N)).Where(g => g.Count() > 1)) Add(tables, [.. whole]);
        var published = Suppression.Apply(tables, DisclosurePolicy.Usual);
        var shown = places.Where(p => p.Tables.All(t => new[] { null, "yes", "no" }.All(part => published[t.Key(p.At, part)].Status != CountStatus.Suppressed))).Select(p => p.Row).ToHashSet();
        return rows.Where(shown.Contains);
    }

    private static TwoWayTable Table(string of, IReadOnlyList<MeasureRow> rows, int i) =>
        new(of, "row", "part", rows.SelectMany((r, at) => new[] { (($"{at}", "yes"), r.Parts[i].Yes), (($"{at}", "no"), r.Parts[i].No) }).ToDictionary(c => c.Item1, c => c.Item2));

    private static void Add(CountTables tables, IReadOnlyList<Place> whole)
    {
        var all = whole.Sum(p => p.Yes);
        if (all == whole[0].Row.Proportion!.Value.N)
        {
            foreach (var place in whole) tables.AddSum(place.Key(null), [.. whole.Select(p => p.Key("yes"))]);
            return;
        }

        foreach (var total in whole.Where(p => 2 * p.Yes == all)) tables.AddSum(total.Key("yes"), [.. whole.Where(p => p != total).Select(p => p.Key("yes"))]);
    }

    /// <summary>A row, and where its counts stand.</summary>
    private sealed record Place(MeasureRow Row, string At, IReadOnlyList<TwoWayTable> Tables)
    {
        public long Yes => Row.Parts[0].Yes;

        public string Key(string? part) => Tables[0].Key(At, part);
    }
}
