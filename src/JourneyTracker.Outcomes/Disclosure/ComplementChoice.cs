namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>
/// Which count to hide beside one that could still be worked out: one that adds up with it, a plain count before a total, a small one before a large one, and a zero (which may be
/// known to be impossible) last. When all that add up with it are hidden already, one that adds up with any hidden count.
/// </summary>
internal sealed class ComplementChoice
{
    private readonly CountTables tables;
    private readonly int[] order;
    private readonly bool[] known;

    public ComplementChoice(CountTables tables, IReadOnlySet<string> known)
    {
        this.tables = tables;
        this.known = [.. tables.Keys.Select(known.Contains)];
        var totals = tables.Sums.CountBy(s => s.Total).ToDictionary();
        order = new int[tables.Keys.Count];
        foreach (var (rank, cell) in Enumerable.Range(0, order.Length).OrderBy(c => totals.GetValueOrDefault(c)).ThenBy(c => tables.Values[c] == 0).ThenBy(c => tables.Values[c]).Index()) order[cell] = rank;
    }

    /// <summary>Null when there is none left.</summary>
    public int? For(int cell, bool[] hidden) => First(s => Has(s, cell), hidden) ?? First(s => Cells(s).Any(c => hidden[c]), hidden);

    private int? First(Func<CountTables.Sum, bool> among, bool[] hidden) =>
        tables.Sums.Where(among).SelectMany(Cells).Where(c => !hidden[c] && !known[c]).Select(c => (int?)c).MinBy(c => order[c!.Value]);

    private static bool Has(CountTables.Sum sum, int cell) => Cells(sum).Contains(cell);

    private static IEnumerable<int> Cells(CountTables.Sum sum) => sum.Parts.Append(sum.Total);
}
