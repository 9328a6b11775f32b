using System.Globalization;

namespace JourneyTracker.Outcomes.Imported;

/// <summary>Reads the cells of one row and keeps what is wrong with them, with how to mend it.</summary>
internal sealed class RowCells(FileRow row, List<string> faults)
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public int Line => row.Line;

    public string Text(string column) => row.Cells.GetValueOrDefault(column, "").Trim();

    public string Needed(string column, string what)
    {
        var text = Text(column);
        if (text.Length == 0) Wrong(column, $"is empty: {what}");
        return text;
    }

    /// <summary>One of some; the first when it is none of them, which is a fault.</summary>
    public string OneOf(string column, params string[] choices)
    {
        var text = Text(column);
        if (choices.FirstOrDefault(c => c.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } chosen) return chosen;
        Wrong(column, $"\"{text}\" is none of: {string.Join(", ", choices)}");
        return choices[0];
    }

    public DateOnly Day(string column)
    {
        var text = Text(column);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) Wrong(column, $"\"{text}\" is no day: write it as 2025-03-31");
        return day;
    }

    /// <summary>Null when the cell is empty, or holds no number, which is a fault.</summary>
    public double? Number(string column)
    {
        var text = Text(column);
        if (text.Length == 0) return null;
        if (double.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        Wrong(column, $"\"{text}\" is no number: write digits and a point alone, without commas, spaces, % or £, as 1234.5");
        return null;
    }

    /// <summary>An address on the web, or nothing.</summary>
    public string Address(string column)
    {
        var text = Text(column);
        if (text.Length > 0 && !(Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")) Wrong(column, $"\"{text}\" is no address: write it whole, beginning with https://");
        return text;
    }

    public void Wrong(string column, string how) => faults.Add($"line {row.Line}, {column}: {how}.");
}
