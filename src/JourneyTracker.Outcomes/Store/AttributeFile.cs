using JourneyTracker.Outcomes.Duck;

namespace JourneyTracker.Outcomes.Store;

/// <summary>An evaluator's CSV file: one row per woman, with a header.</summary>
public static class AttributeFile
{
    /// <param name="path">The file; it may be packed with gzip.</param>
    /// <param name="person">The column that names her.</param>
    /// <returns>Each row's name of her, and what its other columns say; empty cells are left out.</returns>
    /// <exception cref="DuckException">It is no such file.</exception>
    /// <exception cref="ArgumentException">It has no such column.</exception>
    public static IReadOnlyList<(string Person, IReadOnlyList<(string Name, string Value)> Values)> Read(string path, string person)
    {
        using var database = DuckDatabase.Open(null, DuckAccess.Write);
        using var connection = database.Connect();
        var table = connection.Query("select * from read_csv($path, header = true, all_varchar = true)", new Dictionary<string, object?> { ["path"] = path });
        var her = table[person];
        return [.. from row in table.Rows
                   select ((string?)row[her] ?? "", (IReadOnlyList<(string, string)>)[.. from column in Enumerable.Range(0, row.Length)
                                                                                      where column != her && row[column] is string { Length: > 0 }
                                                                                      select (table.Columns[column], (string)row[column]!)])];
    }
}
