using System.Globalization;
using System.Reflection;
using JourneyTracker.Domain.Codes;

namespace JourneyTracker.Domain.Law;

/// <summary>One row of a table of the law, read by the names of its columns.</summary>
internal sealed class LawRow(IReadOnlyDictionary<string, string> cells)
{
    public string this[string column] => cells[column];

    public bool Says(string column, string value) => string.Equals(cells[column], value, StringComparison.Ordinal);

    public bool IsEmpty(string column) => cells[column].Length == 0;

    public int? Whole(string column) => IsEmpty(column) ? null : int.Parse(cells[column], CultureInfo.InvariantCulture);

    public DateOnly? Day(string column) => IsEmpty(column) ? null : DateOnly.ParseExact(cells[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The rows of a table that stands in this assembly, in its own order.</summary>
    public static IReadOnlyList<LawRow> Table(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"law.{name}.csv")
            ?? throw new InvalidOperationException($"The table {name} is not in this assembly.");
        using var reader = new StreamReader(stream);
        var rows = CodeListCsv.Rows(reader.ReadToEnd()).ToList();
        return [.. rows.Skip(1).Select(r => new LawRow(rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal)))];
    }
}
