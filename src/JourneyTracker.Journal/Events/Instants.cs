namespace JourneyTracker.Journal.Events;

/// <summary>Instants as PostgreSQL keeps them: offset zero, whole microseconds.</summary>
internal static class Instants
{
    public static DateTimeOffset? Stored(DateTimeOffset? instant) => instant is { } given ? Stored(given) : null;

    public static DateTimeOffset Stored(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
