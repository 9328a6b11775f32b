using System.Globalization;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Web.Journeys;

/// <summary>Days and instants as people type and read them: 1 March 2024, 1 March 2024 at 14:30. The forms of addresses are read too.</summary>
internal static class SaidMoment
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private static readonly string[] Days = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy"];
    private static readonly string[] Minutes = ["d MMMM yyyy 'at' H:mm", "d MMM yyyy 'at' H:mm", "d MMMM yyyy H:mm", "d MMM yyyy H:mm", "d/M/yyyy 'at' H:mm", "d/M/yyyy H:mm"];

    /// <summary>Empty is null.</summary>
    public static bool TryDay(string? text, out DateOnly? day)
    {
        if (Moment.TryDay(text, out day)) return true;
        if (!DateOnly.TryParseExact(text!.Trim(), Days, Plain, DateTimeStyles.None, out var said)) return false;
        day = said;
        return true;
    }

    /// <summary>A day, or a minute of one, is its end. Empty is null, and so is what is later today: now. False for another day that has not come, too.</summary>
    public static bool TryInstant(string? text, DateTimeOffset now, out DateTimeOffset? instant, out bool hasNotCome)
    {
        hasNotCome = false;
        if (!Read(text, out instant)) return false;
        if (instant is not { } said || said <= now) return true;
        instant = null;
        hasNotCome = LondonDay.Of(said) > LondonDay.Of(now);
        return !hasNotCome;
    }

    /// <summary>A typed or addressed instant as people read it; the text itself when it is none.</summary>
    public static string? Words(string? text) => Read(text, out var instant) && instant is { } said ? Web.Words.Of(said) : text;

    private static bool Read(string? text, out DateTimeOffset? instant)
    {
        if (Moment.TryInstant(text, out instant)) return true;
        if (TryDay(text, out var day)) return Moment.TryInstant(Web.Words.Iso(day!.Value), out instant);
        if (!DateTime.TryParseExact(text!.Trim(), Minutes, Plain, DateTimeStyles.None, out var minute)) return false;
        if (!Moment.TryInstant(minute.ToString("yyyy-MM-dd'T'HH:mm", Plain), out instant)) return false;
        instant = instant!.Value.AddMinutes(1).AddMicroseconds(-1);
        return true;
    }
}
