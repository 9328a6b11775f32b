using JourneyTracker.Domain.Time;

namespace JourneyTracker.Outcomes.Processes;

/// <summary>A time of day in London as an instant.</summary>
internal static class LondonClock
{
    /// <summary>With London's offset. In the hour that comes twice in October: the first.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var asUtc = new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero);
        // Summer time is an hour ahead of UTC: the instant is an hour earlier exactly when London then shows this time.
        var summer = LondonDay.InLondon(asUtc.AddHours(-1));
        return summer.DateTime == asUtc.DateTime ? summer : LondonDay.InLondon(asUtc);
    }
}
