using System.Diagnostics;

namespace JourneyTracker.Journal.Doors;

/// <summary>How long "not found" takes at every door that names a journey: how long an answer took must not tell whether there is such a journey (safeguards S5).</summary>
internal static class NotFoundPace
{
    /// <summary>Longer than a usual read takes.</summary>
    private static readonly TimeSpan Takes = TimeSpan.FromMilliseconds(40);

    /// <param name="began">When the door began, as <see cref="Stopwatch"/> counts.</param>
    /// <param name="ct">Cancels.</param>
    public static Task KeepAsync(long began, CancellationToken ct) => KeepAsync(began, Takes, ct);

    /// <summary>For a search, which takes longer where there are more women: up to the next whole number of such times, so that a woman who fits and is not shown does not show in it.</summary>
    /// <param name="began">When the door began, as <see cref="Stopwatch"/> counts.</param>
    /// <param name="ct">Cancels.</param>
    public static Task KeepInStepsAsync(long began, CancellationToken ct) => KeepAsync(began, Takes * Math.Ceiling(Stopwatch.GetElapsedTime(began) / Takes), ct);

    private static async Task KeepAsync(long began, TimeSpan takes, CancellationToken ct)
    {
        if (Stopwatch.GetElapsedTime(began) is var taken && taken < takes) await Task.Delay(takes - taken, ct);
        // A delay ends with whole milliseconds, from which the rest could be told.
        while (Stopwatch.GetElapsedTime(began) < takes) await Task.Yield();
    }
}
