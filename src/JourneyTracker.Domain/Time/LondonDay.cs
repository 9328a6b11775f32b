namespace JourneyTracker.Domain.Time;

/// <summary>The civil day in England and Wales. "Today" in this product is always a London day, never a UTC one.</summary>
public static class LondonDay
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day it is in London at that instant: 23:30 UTC in July is already the next day.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(InLondon(instant).DateTime);

    /// <summary>The same instant with London's offset.</summary>
    public static DateTimeOffset InLondon(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, London);

    /// <summary>The instant at which the day begins in London.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, London.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
