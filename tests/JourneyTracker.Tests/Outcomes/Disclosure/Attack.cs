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
        string[] keys = [.. rows.SelectMany(r => columns.Select(c => table.Key(r, c)))];
        long?[] cells = [.. keys.Select(k => published[k].Value)], ofRows = [.. rows.Select(r => published[table.Key(r, null)].Value)], ofColumns = [.. columns.Select(c => published[table.Key(null, c)].Value)];
        var (all, width) = (published[table.Key(null, null)].Value, columns.Length);
        var (values, low, high) = (new long[cells.Length], cells.Select(_ => long.MaxValue).ToArray(), cells.Select(_ => long.MinValue).ToArray());
        Try(0);
        return keys.Index().ToDictionary(k => k.Item, k => (low[k.Index], high[k.Index]));

        void Try(int place)
        {
            if (place == cells.Length)
            {
                if (!Enumerable.Range(0, width).All(c => Agrees(ofColumns[c], c, cells.Length, width)) || !Agrees(all, 0, cells.Length, 1)) return;
                for (var i = 0; i < values.Length; i++) (low[i], high[i]) = (Math.Min(low[i], values[i]), Math.Max(high[i], values[i]));
                return;
            }

            for (var value = cells[place] ?? 0; value <= (cells[place] ?? most); value++)
            {
                values[place] = value;
                // A row that is complete must agree with its total before anything further is tried.
                if ((place + 1) % width != 0 || Agrees(ofRows[place / width], place + 1 - width, place + 1, 1)) Try(place + 1);
            }
        }

        bool Agrees(long? total, int from, int to, int step)
        {
            if (total is null) return true;
            var sum = 0L;
            for (var i = from; i < to; i += step) sum += values[i];
            return sum == total;
        }
    }
}
