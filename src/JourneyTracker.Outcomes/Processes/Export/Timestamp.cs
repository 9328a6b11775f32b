using System.Globalization;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Outcomes.Processes.Export;

/// <summary>
/// These formats have no days, only instants. A known time is written with London's offset. What is known to the day alone is written as midnight UTC, which is that same day
/// in UTC and in London alike (midnight in London would be the day before for a reader that turns all into UTC); the month as its first day, and the latest possible day where the day is unknown.
/// Every event says beside it, as <c>happenedOn</c>, exactly what is known, and as <c>precision</c> how much of the instant to believe. The order of events is that of the file.
/// </summary>
internal static class Timestamp
{
    public const string HappenedOn = "happenedOn";
    public const string Precision = "precision";

    public static string Of(HappenedOn at)
    {
        var instant = at.Time is { } time ? LondonClock.At(at.Day, time) : new DateTimeOffset(at.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
    }

    /// <summary>The event's own texts, then what is known of its time.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Texts(HappenedOn at, IReadOnlyDictionary<string, string>? own) =>
        [.. own ?? new Dictionary<string, string>(), new(HappenedOn, at.ToString()), new(Precision, NameOf(at.Precision))];

    private static string NameOf(Precision precision) => precision switch
    {
        Domain.Time.Precision.Time => "time",
        Domain.Time.Precision.Day => "day",
        Domain.Time.Precision.Month => "month",
        _ => "unknown",
    };
}
