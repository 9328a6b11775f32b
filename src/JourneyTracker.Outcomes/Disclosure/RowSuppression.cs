namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>
/// Hides whole rows: those with a small count, and then as many more as it takes that no count of a hidden row can be worked out, but that nothing (0) may be. The smallest rows go first.
/// </summary>
/// <param name="sheets">Counts of the rows; a row may stand in several.</param>
/// <param name="policy">What is small.</param>
/// <param name="size">How large a row is.</param>
public sealed class RowSuppression<TRow>(IReadOnlyList<Sheet<TRow>> sheets, DisclosurePolicy policy, Func<TRow, long> size)
    where TRow : class
{
    /// <summary>The rows that may be shown, in their order.</summary>
    /// <param name="rows">All.</param>
    /// <param name="small">Those that are hidden in any case.</param>
    public IReadOnlyList<TRow> Shown(IReadOnlyList<TRow> rows, IEnumerable<TRow> small)
    {
        var (hidden, added, open) = (small.ToHashSet(), new List<TRow>(), new Queue<Sheet<TRow>>(sheets));
        while (open.TryPeek(out var sheet))
        {
            if (Weak(sheet, hidden) is not { } weak)
            {
                open.Dequeue();
                continue;
            }

            if (Next(sheet, weak, hidden) is not { } next) return [];
            hidden.Add(next);
            added.Add(next);
            foreach (var touched in sheets.Where(s => s.Of(next).Count > 0 && !open.Contains(s))) open.Enqueue(touched);
        }

        foreach (var row in added.OrderByDescending(size))
        {
            hidden.Remove(row);
            if (sheets.Any(s => s.Of(row).Count > 0 && Weak(s, hidden) is not null)) hidden.Add(row);
        }

        return [.. rows.Where(r => !hidden.Contains(r))];
    }

    /// <summary>A hidden row of which a count could be worked out; null when there is none.</summary>
    private TRow? Weak(Sheet<TRow> sheet, HashSet<TRow> hidden)
    {
        var rows = sheet.Rows.Where(hidden.Contains).ToList();
        if (rows.Count == 0) return null;
        var cells = rows.SelectMany(sheet.Of).Except(sheet.Known).Concat(sheet.Unsaid).Concat(FreeTotals(sheet, hidden)).Select(sheet.Tables.PlaceOf).ToHashSet();
        var values = new FeasibleValues(sheet.Tables, c => cells.Contains(c) ? (0, null) : (sheet.Tables.Values[c], sheet.Tables.Values[c]));
        foreach (var row in rows)
            foreach (var cell in sheet.Of(row).Except(sheet.Known).Select(sheet.Tables.PlaceOf))
                if (!values.AreApart(cell, policy.Width) && !(sheet.Tables.Values[cell] == 0 && values.Of(cell) == (0, 0))) return row;
        return null;
    }

    /// <summary>A total that nobody said is known: it is as hidden as its parts when it is small, or when nothing of it is shown.</summary>
    private IEnumerable<string> FreeTotals(Sheet<TRow> sheet, HashSet<TRow> hidden)
    {
        var shown = sheet.Rows.Where(r => !hidden.Contains(r)).SelectMany(sheet.Of).Select(sheet.Tables.PlaceOf).ToHashSet();
        var own = sheet.Rows.SelectMany(sheet.Of).Select(sheet.Tables.PlaceOf).ToHashSet();
        return sheet.Tables.Sums.Where(s => !own.Contains(s.Total) && s.Parts.All(own.Contains) && !sheet.Known.Contains(sheet.Tables.Keys[s.Total]) && (policy.IsSmall(sheet.Tables.Values[s.Total]) || !s.Parts.Any(shown.Contains))).Select(s => sheet.Tables.Keys[s.Total]);
    }

    /// <summary>The smallest row that is shown and adds up with the hidden one; else any that is in the same sheet.</summary>
    private TRow? Next(Sheet<TRow> sheet, TRow weak, HashSet<TRow> hidden)
    {
        var own = sheet.Of(weak).Select(sheet.Tables.PlaceOf).ToHashSet();
        var near = sheet.Tables.Sums.Where(s => own.Contains(s.Total) || s.Parts.Any(own.Contains)).SelectMany(s => s.Parts.Append(s.Total)).ToHashSet();
        return sheet.Rows.Where(r => !hidden.Contains(r)).OrderByDescending(r => sheet.Of(r).Any(k => near.Contains(sheet.Tables.PlaceOf(k)))).ThenBy(r => size(r) == 0).ThenBy(size).FirstOrDefault();
    }
}
