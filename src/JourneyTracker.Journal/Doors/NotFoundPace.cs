using System.Diagnostics;

namespace JourneyTracker.Journal.Doors;

/// <summary>How long "not found" takes at every door that names a journey: how long an answer took must not tell whether there is such a journey (safeguards S5).</summary>
internal static class NotFoundPace
{
    /// <summary>Longer than a usual read takes.</summary>
    private static readonly TimeSpan Takes = TimeSpan.FromMilliseconds(40);

    /// <param name="began">When the door began, as <see cref="Stopwatch"/> counts.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task KeepAsync(long began, CancellationToken ct)
    {
        if (Stopwatch.GetElapsedTime(began) is var taken && taken < Takes) await Task.Delay(Takes - taken, ct);
        // A delay ends with whole milliseconds, from which the rest could be told.
        while (Stopwatch.GetElapsedTime(began) < Takes) await Task.Yield();
    }
}
