namespace JourneyTracker.IntegrationTests.Fixtures;

/// <summary>A clock that stands where it is put. Only what it says of the time is settable: timers and delays run as usual.</summary>
public sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = now.ToUniversalTime();

    public void Set(DateTimeOffset instant)
    {
        lock (_gate) _now = instant.ToUniversalTime();
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }
}
