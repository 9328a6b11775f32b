using System.Text;

namespace JourneyTracker.Cli.Dates;

/// <summary>One line of a comma separated file: quotes are doubled inside a quoted cell, and a cell holds no line break.</summary>
internal static class CsvLine
{
    /// <summary>The cells; null when a quote is left open.</summary>
    public static IReadOnlyList<string>? Read(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(line[i]);
        }

        cells.Add(cell.ToString());
        return quoted ? null : cells;
    }

    public static string Write(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
