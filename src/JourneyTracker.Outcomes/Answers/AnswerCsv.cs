using System.Text;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>An answer's tables as CSV (RFC 4180, UTF-8): one table, or several under each other, each under its name.</summary>
public static class AnswerCsv
{
    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create(",\"\r\n");

    /// <summary>What a spreadsheet would take for a formula is not written as one.</summary>
    private const string Formula = "=+-@\t";

    public static string Write(IReadOnlyList<AnswerTable> tables)
    {
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            if (tables.Count > 1) text.Append(text.Length > 0 ? "\r\n" : "").Append(Cell(table.Name)).Append("\r\n");
            text.AppendJoin(',', table.Columns.Select(c => Cell(c.Name))).Append("\r\n");
            foreach (var row in table.Rows) text.AppendJoin(',', row.Select(c => c.Value is string said ? Cell(said) : c.ToString())).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(string text)
    {
        if (text.Length > 0 && Formula.Contains(text[0])) text = $"'{text}";
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
