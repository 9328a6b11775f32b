namespace JourneyTracker.Journal.Events;

/// <summary>How much may wait to be written, and for how long, before an append is turned away as busy.</summary>
/// <param name="MostWaiting">Appends.</param>
/// <param name="LongestWait">Until a writer begins with it.</param>
internal sealed record AppendBounds(int MostWaiting, TimeSpan LongestWait)
{
    public static AppendBounds Usual { get; } = new(10_000, TimeSpan.FromSeconds(10));
}
