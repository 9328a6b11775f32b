using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace JourneyTracker.Domain.Time;

/// <summary>
/// When it happened: a civil day in London, as exactly as the source knows it. Written as in ISO 8601-2:
/// <c>2024-03-01T09:46:53</c> (time), <c>2024-03-01</c> (day), <c>2024-03</c> (month), <c>../2024-03-01</c> (unknown, but no later than that day).
/// </summary>
public readonly record struct HappenedOn : IParsable<HappenedOn>
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss";
    private const string ShortTimeFormat = "yyyy-MM-dd'T'HH:mm";

    private HappenedOn(DateOnly day, TimeOnly? time, Precision precision) => (Day, Time, Precision) = (day, time, precision);

    /// <summary>The day used for order and for every question: the first of the month when only the month is known, the latest possible day when unknown.</summary>
    public DateOnly Day { get; }

    /// <summary>The time of day in London, to the second; null unless the precision is <see cref="Precision.Time"/>.</summary>
    public TimeOnly? Time { get; }

    public Precision Precision { get; }

    /// <summary>The first day on which it can have happened; null when that is not known.</summary>
    public DateOnly? Earliest => Precision == Precision.Unknown ? null : Day;

    /// <summary>The last day on which it can have happened.</summary>
    public DateOnly Latest => Precision == Precision.Month ? Day.AddMonths(1).AddDays(-1) : Day;

    public static HappenedOn OnDay(DateOnly day) => new(day, null, Precision.Day);

    public static HappenedOn At(DateOnly day, TimeOnly time) => new(day, new TimeOnly(time.Hour, time.Minute, time.Second), Precision.Time);

    public static HappenedOn InMonth(int year, int month) => new(new DateOnly(year, month, 1), null, Precision.Month);

    /// <summary>It is not known when; it had happened by that day at the latest.</summary>
    public static HappenedOn NotKnownBy(DateOnly day) => new(day, null, Precision.Unknown);

    public static implicit operator HappenedOn(DateOnly day) => OnDay(day);

    public static HappenedOn Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var when)
        ? when
        : throw new FormatException($"'{(s.Length > 30 ? s[..30] + "…" : s)}' is not a day: write 2024-03-01, 2024-03-01T09:46, 2024-03 or ../2024-03-01.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out HappenedOn result)
    {
        result = default;
        if (s is null) return false;
        if (s.Length == 10 && IsDay(s, out var day)) result = OnDay(day);
        else if (s.Length == 7 && IsDay(s + "-01", out day)) result = InMonth(day.Year, day.Month);
        else if (s.StartsWith("../", StringComparison.Ordinal) && IsDay(s[3..], out day)) result = NotKnownBy(day);
        else if (DateTime.TryParseExact(s, [TimeFormat, ShortTimeFormat], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            result = At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
        else return false;
        return true;
    }

    public override string ToString() => Precision switch
    {
        Precision.Time => Day.ToDateTime(Time!.Value).ToString(TimeFormat, CultureInfo.InvariantCulture),
        Precision.Month => Day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Precision.Unknown => "../" + Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static bool IsDay(string s, out DateOnly day) =>
        DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
