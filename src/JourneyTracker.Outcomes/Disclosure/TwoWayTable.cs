namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>A table of counts by two characteristics, with the totals of its rows, of its columns and of all.</summary>
/// <param name="Of">What is counted: tables that count the same share their totals.</param>
/// <param name="Rows">The name of the characteristic in the rows.</param>
/// <param name="Columns">The name of the characteristic in the columns.</param>
/// <param name="Counts">By the values of both; what is missing is 0.</param>
public sealed record TwoWayTable(string Of, string Rows, string Columns, IReadOnlyDictionary<(string Row, string Column), long> Counts)
{
    public void AddTo(CountTables tables)
    {
        string[] rows = [.. Counts.Keys.Select(k => k.Row).Distinct().Order(StringComparer.Ordinal)];
        string[] columns = [.. Counts.Keys.Select(k => k.Column).Distinct().Order(StringComparer.Ordinal)];
        foreach (var row in rows)
            foreach (var column in columns) tables.Add(Key(row, column), Counts.GetValueOrDefault((row, column)));
        foreach (var row in rows) Total(tables, Key(row, null), [.. columns.Select(c => Key(row, c))], Counts.Where(c => c.Key.Row == row));
        foreach (var column in columns) Total(tables, Key(null, column), [.. rows.Select(r => Key(r, column))], Counts.Where(c => c.Key.Column == column));
        Total(tables, Key(null, null), [.. rows.Select(r => Key(r, null))], Counts);
        tables.AddSum(Key(null, null), [.. columns.Select(c => Key(null, c))]);
    }

    /// <summary>The key of a cell; of a total when either is null.</summary>
    public string Key(string? row, string? column) => CountKey.Of(Of, (Rows, row), (Columns, column));

    private static void Total(CountTables tables, string key, string[] parts, IEnumerable<KeyValuePair<(string Row, string Column), long>> counts)
    {
        tables.Add(key, counts.Sum(c => c.Value));
        tables.AddSum(key, parts);
    }
}

/// <summary>Names a count by what is counted and by the characteristics that it is broken down by, in whatever order they are given.</summary>
public static class CountKey
{
    /// <param name="by">A characteristic without a value is a total over it.</param>
    public static string Of(string counted, params (string Name, string? Value)[] by) =>
        string.Join(" | ", by.Where(b => b.Value is not null).OrderBy(b => b.Name, StringComparer.Ordinal).Select(b => $"{b.Name}={b.Value}").Prepend(counted));
}
