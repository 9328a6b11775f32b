using System.Text;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Outcomes.Exporting;

/// <summary>A column that is exported.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">How it leaves: id and reference under names of the export, day perhaps by month and time of day then not at all, agency not for support, json without ids, the others as they are.</param>
/// <param name="Meaning">In words.</param>
/// <param name="Unit">In what it is counted or written.</param>
/// <param name="Source">The fact, the fold or the file that it comes from.</param>
public sealed record DataColumn(string Table, string Name, string Type, string Meaning, string Unit, string Source);

/// <summary>Every table and column that is exported (dictionary.csv); what is not here does not leave.</summary>
public static class DataDictionary
{
    private const string File = "dictionary.csv";

    public static IReadOnlyList<DataColumn> All { get; } = [.. CodeListCsv.Rows(MeasureList.Text(File)).Skip(1).Select(r => new DataColumn(r[0], r[1], r[2], r[3], r[4], r[5]))];

    public static IReadOnlyList<string> Tables { get; } = [.. All.Select(c => c.Table).Distinct()];

    /// <summary>As a file beside an export.</summary>
    /// <param name="byMonth">Whether days are known to the month alone.</param>
    public static string Csv(bool byMonth)
    {
        var text = new StringBuilder("table,column,type,meaning,unit,source\n");
        foreach (var c in All) text.AppendJoin(',', new[] { c.Table, c.Name, c.Type, c.Meaning, byMonth && c.Type == "day" ? "month in London" : c.Unit, c.Source }.Select(Cell)).Append('\n');
        return text.ToString();
    }

    private static string Cell(string text) => text.AsSpan().ContainsAny(",\"") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
