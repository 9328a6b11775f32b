using System.Collections.Concurrent;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>
/// The board for a screen that everybody in the room sees (safeguards S7, S15): numbers only, small ones not told, others rounded, and never those of this
/// moment: a woman whose hearing was just heard must not be read off it.
/// </summary>
internal sealed class WallBoard(BoardPast past, IAccessLog log, TimeProvider clock)
{
    /// <summary>How old the numbers are at least.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(15);

    private const int MostSmall = 5;
    private const int RoundedTo = 5;
    private readonly ConcurrentDictionary<(Partnership, string Person, string Agency), Screens> screens = new();

    /// <summary>The numbers that may be shown now; null until the first are old enough.</summary>
    public async Task<WallNumbers?> ReadAsync(Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await log.WriteAsync([new AccessEntry(now, caller, AccessOperation.Consultation, null, "page:board/wall", "women by stage, rounded")], ct);
        var slot = now.Ticks / Delay.Ticks;
        var held = screens.GetOrAdd((caller.Partnership, caller.Person, caller.Agency), _ => new Screens());
        await held.OneAtATime.WaitAsync(ct);
        try
        {
            if (held.Taken is not { } taken || taken.Slot < slot)
            {
                var counts = await past.CountsAsync(caller, LondonDay.Of(now), BoardFilter.None, ct);
                if (held.Taken is { } last) held.Shown = last.Numbers;
                held.Taken = (slot, new WallNumbers(now, StageNames.OnBoard.ToDictionary(s => s, s => InWords(counts.GetValueOrDefault(s)))));
            }

            return held.Shown;
        }
        finally
        {
            held.OneAtATime.Release();
        }
    }

    /// <summary>When the numbers that are shown next come.</summary>
    public DateTimeOffset Next => new((clock.GetUtcNow().Ticks / Delay.Ticks + 1) * Delay.Ticks, TimeSpan.Zero);

    /// <summary>A number as a room may read it: 0, "1 to 5", or rounded to the nearest 5.</summary>
    public static string InWords(int women) => women switch
    {
        <= 0 => "0",
        <= MostSmall => $"1 to {MostSmall}",
        _ => Words.Number((women + (RoundedTo / 2)) / RoundedTo * RoundedTo),
    };

    private sealed class Screens
    {
        public SemaphoreSlim OneAtATime { get; } = new(1);

        public (long Slot, WallNumbers Numbers)? Taken { get; set; }

        public WallNumbers? Shown { get; set; }
    }
}

/// <summary>What a wall screen shows.</summary>
/// <param name="At">When it was counted.</param>
/// <param name="Women">For each stage, in words.</param>
internal sealed record WallNumbers(DateTimeOffset At, IReadOnlyDictionary<Stage, string> Women);
