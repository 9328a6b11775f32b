namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>
/// Which count to hide beside one that could still be worked out. It can be worked out through a chain of hidden counts that ends in a sum where one alone is hidden: such a sum comes first;
/// in it a plain count before a total, a small one before a large one, and a zero (which may be known to be impossible) last.
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

    /// <summary>The counts that may be shown again if they turn out not to be needed: the most telling first.</summary>
    public IEnumerable<int> MostTellingFirst(IEnumerable<int> cells) => cells.OrderByDescending(c => order[c]);

    /// <summary>Null when there is none left.</summary>
    public int? For(int cell, bool[] hidden) => ChainOf(cell, hidden)
        .SelectMany(sum => Cells(sum).Where(c => !hidden[c] && !known[c]).Select(c => (Cell: (int?)c, Alone: Cells(sum).Count(other => hidden[other]) == 1)))
        .OrderByDescending(c => c.Alone).ThenBy(c => order[c.Cell!.Value]).FirstOrDefault().Cell;

    /// <summary>The sums that can be reached from a hidden count by way of hidden counts.</summary>
    private HashSet<CountTables.Sum> ChainOf(int cell, bool[] hidden)
    {
        var (chain, open) = (new HashSet<CountTables.Sum>(ReferenceEqualityComparer.Instance), new Stack<int>([cell]));
        while (open.TryPop(out var next))
            foreach (var sum in tables.Sums.Where(s => Cells(s).Contains(next)))
                if (chain.Add(sum))
                    foreach (var other in Cells(sum).Where(c => hidden[c])) open.Push(other);
        return chain;
    }

    private static IEnumerable<int> Cells(CountTables.Sum sum) => sum.Parts.Append(sum.Total);
}
