namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>
/// What somebody can work out who sees everything that is published, knows the rules and can add: for each count the least and the greatest value that agree with all sums.
/// This is the attack; suppression and rounding ask it before anything leaves.
/// </summary>
public sealed class FeasibleValues
{
    private readonly int[] unknown;
    private readonly double[] low;
    private readonly double[] high;
    private readonly double[] least;
    private readonly double[] greatest;
    private readonly Simplex programme;

    /// <param name="tables">Which counts add up to which. Their values are not read.</param>
    /// <param name="known">For each count what is known of it without adding: the same number twice when it is shown; null at the top when there is no limit.</param>
    public FeasibleValues(CountTables tables, Func<int, (long Low, long? High)> known)
    {
        var cells = Enumerable.Range(0, tables.Keys.Count).Select(known).ToArray();
        (low, high) = ([.. cells.Select(c => (double)c.Low)], [.. cells.Select(c => c.High ?? double.PositiveInfinity)]);
        // The widest values that a corner has shown to be possible: most questions are answered by the corners of earlier ones.
        (least, greatest) = ([.. high], [.. low]);
        unknown = [.. Enumerable.Range(0, low.Length).Where(c => high[c] > low[c])];
        foreach (var cell in Enumerable.Range(0, low.Length).Except(unknown)) (least[cell], greatest[cell]) = (low[cell], high[cell]);
        programme = ProgrammeOf(tables);
        Note();
    }

    /// <summary>The least and the greatest value; null at the top when there is no limit.</summary>
    public (long Low, long? High) Of(int cell)
    {
        Ask(cell, -1);
        return ((long)Math.Ceiling(least[cell] - 1e-6), Ask(cell, 1) ? (long)Math.Floor(greatest[cell] + 1e-6) : null);
    }

    /// <summary>Are the least and the greatest value at least this far apart?</summary>
    public bool AreApart(int cell, int width)
    {
        if (greatest[cell] - least[cell] >= width) return true;
        var (from, to) = Of(cell);
        return to is not { } most || most - from >= width;
    }

    // Each variable is how far a count lies above the least that is known of it; a row for each sum, and one for each count with an upper limit.
    private Simplex ProgrammeOf(CountTables tables)
    {
        var place = unknown.Index().ToDictionary(u => u.Item, u => u.Index);
        int[] limited = [.. unknown.Where(c => double.IsFinite(high[c]))];
        var (rows, sides) = (new List<double[]>(), new List<double>());
        foreach (var sum in tables.Sums)
        {
            var (row, side) = (new double[unknown.Length + limited.Length], low[sum.Total] - sum.Parts.Sum(p => low[p]));
            if (place.TryGetValue(sum.Total, out var total)) row[total]--;
            foreach (var part in sum.Parts)
                if (place.TryGetValue(part, out var at)) row[at]++;
            rows.Add(row);
            sides.Add(side);
        }

        foreach (var (i, cell) in limited.Index())
        {
            var row = new double[unknown.Length + limited.Length];
            (row[place[cell]], row[unknown.Length + i]) = (1, 1);
            rows.Add(row);
            sides.Add(high[cell] - low[cell]);
        }

        return new([.. rows], [.. sides], unknown.Length + limited.Length);
    }

    /// <summary>False when there is no limit in that direction.</summary>
    private bool Ask(int cell, int sign)
    {
        var variable = Array.IndexOf(unknown, cell);
        if (variable < 0) return true;
        if (double.IsPositiveInfinity(programme.Greatest(variable, sign))) return false;
        Note();
        return true;
    }

    private void Note()
    {
        foreach (var (value, cell) in programme.Corner().Zip(unknown))
            (least[cell], greatest[cell]) = (Math.Min(least[cell], low[cell] + value), Math.Max(greatest[cell], low[cell] + value));
    }
}
