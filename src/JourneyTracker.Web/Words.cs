using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Web;

/// <summary>How days, moments, codes and counts are written for people.</summary>
internal static partial class Words
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>For example 1 March 2024.</summary>
    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", Plain);

    /// <summary>London time, to the minute: 1 March 2024 at 09:46.</summary>
    public static string Of(DateTimeOffset moment) => LondonDay.InLondon(moment).ToString("d MMMM yyyy 'at' HH:mm", Plain);

    /// <summary>London time, to the minute, with the day only when it is another one: 09:46, or 1 March at 09:46.</summary>
    public static string Of(DateTimeOffset moment, DateOnly today) =>
        LondonDay.InLondon(moment).ToString(LondonDay.Of(moment) == today ? "HH:mm" : "d MMMM 'at' HH:mm", Plain);

    /// <summary>No more exact than it is known: never a midnight or a first of the month that nobody said.</summary>
    public static string Of(HappenedOn when) => when.Precision switch
    {
        Precision.Time => $"{Of(when.Day)} at {when.Time!.Value.ToString("HH:mm", Plain)}",
        Precision.Month => when.Day.ToString("MMMM yyyy", Plain),
        Precision.Unknown => $"day not known, by {Of(when.Day)}",
        _ => Of(when.Day),
    };

    /// <summary>A code as words: released-on-licence becomes "Released on licence".</summary>
    public static string Of<T>(T code)
        where T : struct, Enum
    {
        var words = JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString()).Replace('-', ' ').Replace("womens", "women's", StringComparison.Ordinal);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string Of(Protected<string>? text) => text is null ? "" : text.IsErased ? "(erased)" : text.IsOpen ? text.Value : text.IsWithheld ? "(not shared with you)" : "";

    public static string Of(Term? term) => term is not { } t ? "" : string.Join(
        ", ", new[] { Count(t.Years, "year"), Count(t.Months, "month"), Count(t.Weeks, "week"), Count(t.Days, "day") }.Where(p => p.Length > 0));

    /// <summary>How long she has been where she is on a day; its first day is "today".</summary>
    public static string Since(DateOnly since, DateOnly day) => day.DayNumber - since.DayNumber is var days and > 0 ? Count(days, "day") : "today";

    /// <summary>A day seen from another: today, tomorrow, in 3 days, 12 days ago.</summary>
    public static string Until(DateOnly day, DateOnly from) => (day.DayNumber - from.DayNumber) switch
    {
        0 => "today",
        1 => "tomorrow",
        -1 => "yesterday",
        > 0 and var days => $"in {Number(days)} days",
        var days => $"{Number(-days)} days ago",
    };

    /// <summary>A text with days and lengths of machines in it, for people.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isAbout">Whether its days are not known to the day: then their months are written.</param>
    public static string WithDays(string text, bool isAbout = false) => IsoLength().Replace(
        IsoDay().Replace(text, m => DateOnly.TryParseExact(m.Value, "yyyy-MM-dd", Plain, DateTimeStyles.None, out var day) ? isAbout ? MonthOf(day) : Of(day) : m.Value),
        m => Term.TryParse(m.Value, Plain, out var term) ? Of(term) : m.Value);

    /// <summary>The month of a day that is not known exactly.</summary>
    public static string MonthOf(DateOnly day) => Of(HappenedOn.InMonth(day.Year, day.Month));

    /// <summary>For example 2 women; empty for none of it.</summary>
    public static string Count(int number, string one, string? many = null) => number switch
    {
        0 => "",
        1 => $"1 {one}",
        _ => $"{number.ToString("N0", Plain)} {many ?? one + "s"}",
    };

    public static string Number(int number) => number.ToString("N0", Plain);

    /// <summary>For machines: 2024-03-01.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", Plain);

    [GeneratedRegex(@"\bP(\d+[YMWD])+\b")]
    private static partial Regex IsoLength();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex IsoDay();
}
