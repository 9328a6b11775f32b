using System.Collections.Concurrent;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>
/// Snapshots of boards, read once for all who ask at the same time. A big board takes long to count, so its snapshot serves a little longer: it says at which
/// position it stands, and what came after that follows through the hub.
/// </summary>
internal sealed class BoardCache(IBoardFeed feed, TimeProvider clock)
{
    private const int MostHeld = 64;

    /// <summary>A big board's snapshot serves so many times as long as it took to read, and no shorter than this.</summary>
    private const int Worth = 5;
    private static readonly TimeSpan LeastWorth = TimeSpan.FromSeconds(2);

    /// <summary>Women; a smaller board is read again for whoever asks after a read was begun.</summary>
    private const int Big = 50_000;

    private readonly ConcurrentDictionary<(Partnership, BoardCut), Held> boards = new();

    /// <param name="partnership">Whose board.</param>
    /// <param name="cut">How much of it.</param>
    /// <param name="isFollowed">False when the feed no longer keeps what comes after the snapshot that was given before: then it must be read again.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<BoardSnapshot> GetAsync(Partnership partnership, BoardCut cut, bool isFollowed, CancellationToken ct)
    {
        var asked = clock.GetTimestamp();
        if (boards.Count >= MostHeld) boards.Clear();
        var held = boards.GetOrAdd((partnership, cut), _ => new Held());
        await held.OneAtATime.WaitAsync(ct);
        try
        {
            if (held.Snapshot is { } read && (held.Began >= asked || (isFollowed && IsStillWorth(held, read)))) return read;
            var began = clock.GetTimestamp();
            held.Snapshot = await feed.SnapshotAsync(partnership, day: null, cut, ct);
            (held.Began, held.Took) = (began, clock.GetElapsedTime(began));
            return held.Snapshot;
        }
        finally
        {
            held.OneAtATime.Release();
        }
    }

    private bool IsStillWorth(Held held, BoardSnapshot read) => read.Counts.Values.Sum() >= Big && clock.GetElapsedTime(held.Began) is var old && (old < LeastWorth || old < held.Took * Worth);

    private sealed class Held
    {
        public SemaphoreSlim OneAtATime { get; } = new(1);

        public BoardSnapshot? Snapshot { get; set; }

        public long Began { get; set; }

        public TimeSpan Took { get; set; }
    }
}
