using System.Globalization;
using System.Text.Json.Serialization;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>A cell: a value, or why there is none.</summary>
[JsonConverter(typeof(AnswerCellJson))]
public readonly record struct AnswerCell
{
    private const double Least = 0.001;

    private AnswerCell(object? value, WhyNone? why) => (Value, Why) = (value, why);

    /// <summary>A text, a whole number (long), a number (double) or a day (DateOnly); null when there is none.</summary>
    public object? Value { get; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public WhyNone? Why { get; }

    /// <summary>About few women, or somebody could work out such a figure from it.</summary>
    public static AnswerCell Suppressed { get; } = new(null, WhyNone.Suppressed);

    /// <summary>Not known.</summary>
    public static AnswerCell NotAvailable { get; } = new(null, WhyNone.NotAvailable);

    /// <summary>It makes no sense here.</summary>
    public static AnswerCell NotApplicable { get; } = new(null, WhyNone.NotApplicable);

    public static AnswerCell Of(string text) => new(text, null);

    public static AnswerCell Of(long count) => new(count, null);

    public static AnswerCell Of(DateOnly day) => new(day, null);

    /// <summary>Not available when there is none, or it is no number.</summary>
    public static AnswerCell Of(double? number) => number is { } n && double.IsFinite(n) ? new(n, null) : NotAvailable;

    /// <summary>As people read it: the same digits at the command line, on a page and in a pack.</summary>
    /// <param name="column">Its column: what is counted stands there by its name, not by a code.</param>
    public string InWords(AnswerColumn column) => (Value, column.Kind) switch
    {
        (string kind, _) when column.Name == KindNames.Column => KindNames.Of(kind),
        (double share, ColumnKind.Rate) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0}%"),
        (double number, _) when number != 0 && Math.Abs(number) < Least => number > 0 ? "<0.001" : ">-0.001",
        (double number, _) => string.Create(CultureInfo.InvariantCulture, $"{number:#,0.###}"),
        (long count, _) => string.Create(CultureInfo.InvariantCulture, $"{count:n0}"),
        _ => ToString(),
    };

    /// <summary>As in a file: a number in full, or the shorthand.</summary>
    public override string ToString() => Value switch
    {
        string text => text,
        long count => count.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Shorthand(Why ?? WhyNone.NotAvailable),
    };

    /// <summary>The Government Analysis Function's shorthand.</summary>
    public static string Shorthand(WhyNone why) => why switch
    {
        WhyNone.Suppressed => "[c]",
        WhyNone.NotAvailable => "[x]",
        _ => "[z]",
    };
}

/// <summary>Why a cell has no value.</summary>
public enum WhyNone
{
    /// <summary>[c]: confidential.</summary>
    Suppressed,

    /// <summary>[x]: not available.</summary>
    NotAvailable,

    /// <summary>[z]: not applicable.</summary>
    NotApplicable,
}
