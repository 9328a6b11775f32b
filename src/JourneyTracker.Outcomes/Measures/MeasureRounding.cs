using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>
/// The alternative to hiding small rows: every count of a measure to the nearest multiple of 5, each by itself, so that parts need not add up to their total. Where too little would be left open, a count is hidden.
/// </summary>
internal static class MeasureRounding
{
    public static MeasureFigures Of(IReadOnlyList<MeasureRow> totals, IReadOnlyList<MeasureRow> parts)
    {
        var rounded = totals.Concat(parts).GroupBy(r => r.Kind).SelectMany(kind => Round([.. kind.Where(totals.Contains)], [.. kind.Where(parts.Contains)])).ToDictionary();
        IReadOnlyList<MeasureRow> Rounded(IReadOnlyList<MeasureRow> rows) => [.. rows.Select(r => rounded[r])];
        return new(Rounded(totals), Rounded(parts), rounded.Values.ToHashSet());
    }

    /// <summary>What is of one kind: the parts add up to the total.</summary>
    private static IEnumerable<KeyValuePair<MeasureRow, MeasureRow>> Round(IReadOnlyList<MeasureRow> totals, IReadOnlyList<MeasureRow> parts)
    {
        var (tables, rows) = (new CountTables(), totals.Concat(parts).ToList());
        foreach (var (at, row) in rows.Index())
            foreach (var (name, value) in row.Counts) tables.Add(Key(at, name), value);
        if (totals is [var total] && parts.Count > 0)
            foreach (var (name, value) in total.Counts.Where(c => parts.All(p => p.Long(c.Name) is not null) && parts.Sum(p => p.Long(c.Name)) == c.Value))
                tables.AddSum(Key(0, name), [.. parts.Select((_, i) => Key(i + 1, name))]);
        var said = Rounding.Apply(tables, DisclosurePolicy.Usual);
        return rows.Select((row, at) => KeyValuePair.Create(row, row.With(name => said[Key(at, name)].Value)));
    }

    private static string Key(int row, string count) => $"{row} {count}";
}
