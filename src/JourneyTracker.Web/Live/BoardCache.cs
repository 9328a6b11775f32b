using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>
/// The last snapshot read of each board. Cards that are asked for because of one movement share one read: a caller says which position it must at least show.
/// </summary>
internal sealed class BoardCache(IBoardFeed feed, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim oneReadAtATime = new(1);
    private readonly Dictionary<Partnership, HeldBoard> boards = [];

    /// <param name="partnership">Whose board.</param>
    /// <param name="notBefore">The position it must at least stand at; null for the newest.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<HeldBoard> GetAsync(Partnership partnership, long? notBefore, CancellationToken ct)
    {
        await oneReadAtATime.WaitAsync(ct);
        try
        {
            var today = LondonDay.Of(clock.GetUtcNow());
            if (notBefore is not null && boards.TryGetValue(partnership, out var held) && held.Snapshot.Day == today && held.Snapshot.Position >= notBefore)
                return held;
            var board = new HeldBoard(await feed.SnapshotAsync(partnership, today, ct));
            boards[partnership] = board;
            return board;
        }
        finally
        {
            oneReadAtATime.Release();
        }
    }

    public void Dispose() => oneReadAtATime.Dispose();

}

/// <summary>A snapshot in which a woman can be found.</summary>
internal sealed class HeldBoard(BoardSnapshot snapshot)
{
    private readonly Lazy<Dictionary<JourneyId, BoardWoman>> women = new(() => snapshot.Women.ToDictionary(w => w.Journey));

    public BoardSnapshot Snapshot => snapshot;

    public BoardWoman? Find(JourneyId journey) => women.Value.GetValueOrDefault(journey);
}
