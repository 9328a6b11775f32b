using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Cli.Shell;

/// <summary>The options that reading verbs share.</summary>
internal static class ReadingOptions
{
    public static Option<DateOnly?> AsAt { get; } = Day("--as-at", "The day to answer for, as 2024-03-01; today when not said");

    public static Option<DateTimeOffset?> KnownAt { get; } = InstantOption(
        "--known-at", "Count only what had been recorded by then: a day (its end) or an instant, as 2024-03-01 or 2024-03-01T09:30Z; now when not said");

    public static Option<string?> Why { get; } = new("--why") { Description = "Why you look; it is written down with the read, and can be told to her", HelpName = "TEXT" };

    public static Option<Partnership?> Partnership { get; } = new("--partnership")
    {
        Description = "The partnership's name; not needed while there is only one",
        HelpName = "NAME",
        CustomParser = Name,
    };

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        CustomParser = result => DayOf(result.Tokens[0].Value) ?? Wrong<DateOnly?>(result, $"{name} \"{result.Tokens[0].Value}\" is not a day: write it as 2024-03-01"),
    };

    public static Option<DateTimeOffset?> InstantOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "INSTANT",
        CustomParser = result => Instant(name, result),
    };

    private static DateTimeOffset? Instant(string name, ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DayOf(text) is { } day) return LondonDay.StartOf(day.AddDays(1)).AddMicroseconds(-1);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : Wrong<DateTimeOffset?>(result, $"{name} \"{text}\" is not an instant: write it as 2024-03-01T09:30Z, or a day for its end");
    }

    private static Partnership? Name(ArgumentResult result) =>
        Domain.Identity.Partnership.TryParse(result.Tokens[0].Value, null, out var partnership)
            ? partnership
            : Wrong<Partnership?>(result, $"\"{result.Tokens[0].Value}\" is not a partnership's name: use lower-case letters, digits and hyphens");

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static T? Wrong<T>(ArgumentResult result, string sentence)
    {
        result.AddError(sentence);
        return default;
    }
}
