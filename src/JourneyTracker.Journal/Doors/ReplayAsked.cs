namespace JourneyTracker.Journal.Doors;

/// <summary>For which moment of a journey somebody asks, or which step of it.</summary>
/// <param name="AsAt">The day; today when null, or the day of the step.</param>
/// <param name="KnownAt">The instant; now when null, or the instant of the step.</param>
/// <param name="Order">In which order her facts are stepped through.</param>
/// <param name="Step">Which of them, counted from 1; null to go by the day and the instant. A number beyond the last means the last.</param>
public sealed record ReplayAsked(DateOnly? AsAt = null, DateTimeOffset? KnownAt = null, ReplayOrder Order = ReplayOrder.Happened, int? Step = null);

/// <summary>In which order facts are stepped through.</summary>
public enum ReplayOrder
{
    /// <summary>As they happened: each step moves the day.</summary>
    Happened,

    /// <summary>As they were recorded, corrections too: each step moves the instant of what was known.</summary>
    Recorded,
}
