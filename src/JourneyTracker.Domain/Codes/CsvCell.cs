using System.Globalization;

namespace JourneyTracker.Domain.Codes;

/// <summary>Text on its way into a comma separated file that somebody may open in a spreadsheet.</summary>
public static class CsvCell
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>A cell that a spreadsheet would run as a formula, with an apostrophe before it: then it is text there. A number stays a number, a negative one too.</summary>
    public static string Inert(string cell) => IsRun(cell) && !double.TryParse(cell, Number, CultureInfo.InvariantCulture, out _) ? $"'{cell}" : cell;

    /// <summary>Some spreadsheets read the wide forms of the signs as the signs, and pass over what is white before them.</summary>
    private static bool IsRun(string cell) => cell is ['\t' or '\r' or '\n', ..] || cell.AsSpan().TrimStart() is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..];
}
