namespace JourneyTracker.Domain.Time;

/// <summary>How exactly it is known when something happened.</summary>
public enum Precision
{
    /// <summary>The day and the time of day.</summary>
    Time,

    /// <summary>The day, not the time.</summary>
    Day,

    /// <summary>The month, not the day.</summary>
    Month,

    /// <summary>Only that it had happened by a day.</summary>
    Unknown,
}
