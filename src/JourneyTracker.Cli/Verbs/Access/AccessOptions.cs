using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Cli.Verbs.Access;

/// <summary>The options of verbs that ask about a stretch of time in the access log.</summary>
internal static class AccessOptions
{
    public static Option<DateOnly?> From { get; } = ReadingOptions.Day("--from", "The first day, in London, as 2024-03-01");

    public static Option<DateOnly?> To { get; } = ReadingOptions.Day("--to", "The last day, in London, as 2024-03-31; it is part of it");

    /// <summary>The first instant; null when no day was said.</summary>
    public static DateTimeOffset? FromOf(Session session) => session.Get(From) is { } day ? LondonDay.StartOf(day) : null;

    /// <summary>The first instant after it; null when no day was said.</summary>
    public static DateTimeOffset? ToOf(Session session) => session.Get(To) is { } day ? LondonDay.StartOf(day.AddDays(1)) : null;
}
