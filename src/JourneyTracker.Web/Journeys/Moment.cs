using System.Globalization;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Web.Journeys;

/// <summary>Reads the day and the instant that a journey is asked for.</summary>
internal static class Moment
{
    private static readonly string[] LocalForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>An empty text means today and is read as null.</summary>
    public static bool TryDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return false;
        day = read;
        return true;
    }

    /// <summary>A time without an offset is London's; with one, or with Z, an instant. A day alone means all that was known at its end. Empty means now and is read as null.</summary>
    public static bool TryInstant(string? text, out DateTimeOffset? instant)
    {
        instant = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        text = text.Trim();
        if (TryDay(text, out var day))
            instant = day < DateOnly.MaxValue ? LondonDay.StartOf(day!.Value.AddDays(1)).AddMicroseconds(-1) : DateTimeOffset.MaxValue;
        else if (DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            instant = InLondon(local);
        else if (text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact))
            instant = exact.ToUniversalTime();
        else return false;
        return true;
    }

    private static DateTimeOffset InLondon(DateTime local)
    {
        var start = LondonDay.StartOf(DateOnly.FromDateTime(local));
        var guess = start + local.TimeOfDay;
        // On the two days of the year on which the clocks change, the day's start has another offset than its end.
        return guess - (LondonDay.InLondon(guess).DateTime - local);
    }
}
