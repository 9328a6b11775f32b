using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Tests.Outcomes.Disclosure;

/// <summary>Works out what can be worked out, twice: by linear bounds, and without any cleverness by trying every table.</summary>
internal static class Attack
{
    /// <summary>For each suppressed or rounded count how far apart its least and greatest possible values are; null when there is no limit.</summary>
    public static IReadOnlyDictionary<string, long?> Widths(CountTables tables, IReadOnlyDictionary<string, PublishedCount> published)
    {
        var values = new FeasibleValues(tables, cell => Rounding.Known(published[tables.Keys[cell]], 5));
        return tables.Keys.Index().Where(k => published[k.Item].Status != CountStatus.Shown).ToDictionary(k => k.Item, k => values.Of(k.Index) is var (low, high) ? high - low : null);
    }

    /// <summary>The same for the cells of one small table, up to a greatest value, by trying every table of whole numbers.</summary>
    public static IReadOnlyDictionary<string, (long Low, long High)> TryEveryTable(TwoWayTable table, string[] rows, string[] columns, IReadOnlyDictionary<string, PublishedCount> published, int most)
    {
        var found = new Dictionary<string, (long Low, long High)>();
        var cells = (from row in rows from column in columns select (Row: row, Column: column, Key: table.Key(row, column))).ToArray();
        var values = new long[cells.Length];
        Try(0);
        return found;

        void Try(int place)
        {
            if (place < cells.Length)
            {
                var shown = published[cells[place].Key].Value;
                for (var value = shown ?? 0; value <= (shown ?? most); value++)
                {
                    values[place] = value;
                    // A row that is complete must agree with its total before anything further is tried.
                    if ((place + 1) % columns.Length != 0 || Agrees(cells[place].Row, null)) Try(place + 1);
                }

                return;
            }

            if (!columns.All(c => Agrees(null, c)) || !Agrees(null, null)) return;
            foreach (var ((_, _, key), value) in cells.Zip(values))
                found[key] = found.TryGetValue(key, out var range) ? (Math.Min(range.Low, value), Math.Max(range.High, value)) : (value, value);
        }

        bool Agrees(string? row, string? column) => published[table.Key(row, column)].Value is not { } total
            || total == cells.Zip(values).Where(c => (row ?? c.First.Row) == c.First.Row && (column ?? c.First.Column) == c.First.Column).Sum(c => c.Second);
    }
}
