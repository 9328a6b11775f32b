using System.Text;

namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>Text with columns in braces, for example <c>{case_id}/{event_no}</c>.</summary>
internal sealed class Template
{
    private readonly List<(string Text, int Place)> parts = [];

    /// <exception cref="ImportRefusedException">It has unpaired braces or no column.</exception>
    public Template(string text, Columns columns)
    {
        Text = text;
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var literal = open < 0 ? text[at..] : text[at..open];
            if (literal.Contains('}', StringComparison.Ordinal)) throw Unpaired();
            if (literal.Length > 0) parts.Add((literal, -1));
            if (open < 0) break;
            var close = text.IndexOf('}', open);
            if (close < open + 2) throw Unpaired();
            parts.Add(("", columns.Place(text[(open + 1)..close])));
            at = close + 1;
        }

        if (parts.TrueForAll(p => p.Place < 0)) throw new ImportRefusedException($"The mapping's template '{text}' names no column: write columns in braces.");
    }

    public string Text { get; }

    /// <summary>The first column that is empty in a row; null when none is.</summary>
    public int? FirstEmpty(string[] cells)
    {
        foreach (var (_, place) in parts)
        {
            if (place >= 0 && cells[place].Length == 0) return place;
        }

        return null;
    }

    /// <summary>The text; empty when a column is.</summary>
    public string Fill(string[] cells)
    {
        if (parts.Count == 1) return cells[parts[0].Place];
        if (FirstEmpty(cells) is not null) return "";
        var text = new StringBuilder();
        foreach (var (literal, place) in parts) text.Append(place < 0 ? literal : cells[place]);
        return text.ToString();
    }

    private ImportRefusedException Unpaired() => new($"The mapping's template '{Text}' has braces that do not pair.");
}
