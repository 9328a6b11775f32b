using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.SignalR;

namespace JourneyTracker.Web.Live;

/// <summary>Live boards, at <see cref="Path"/>.</summary>
internal sealed class BoardHub(ICallerSource callers, IAccessLog accessLog, BoardStream boards, TimeProvider clock) : Hub
{
    public const string Path = "/hubs/board";

    private const string Door = "hub:board/watch";

    /// <summary>A board from a position on; see <see cref="BoardStream"/>.</summary>
    /// <param name="board">The partnership's name.</param>
    /// <param name="since">The position of the page, or of the last frame seen; null to begin with a snapshot.</param>
    /// <param name="ct">The watcher went away.</param>
    [Requires(Permission.WatchBoard)]
    public Task<IAsyncEnumerable<BoardFrame>> Watch(string board, long? since, CancellationToken ct) => WatchFrom(board, since, null, ct);

    /// <summary>The same for a watcher that says of which epoch its position is: after a restore of the database it gets the board anew.</summary>
    /// <param name="board">The partnership's name.</param>
    /// <param name="since">As there.</param>
    /// <param name="epoch">From the page, or from the last frame that had one; null when not known.</param>
    /// <param name="ct">The watcher went away.</param>
    [Requires(Permission.WatchBoard)]
    public async Task<IAsyncEnumerable<BoardFrame>> WatchFrom(string board, long? since, string? epoch, CancellationToken ct)
    {
        var caller = callers.Of(Context.GetHttpContext()!) ?? throw new HubException("Nobody asks.");
        var allowed = Partnership.TryParse(board, null, out var partnership) && MaySee.Board(caller, partnership);
        await accessLog.WriteAsync([Entry(caller, partnership, allowed)], ct);
        if (!allowed) throw new HubException("That board is not shared with you.");
        return boards.WatchAsync(caller, since, epoch, ct);
    }

    private AccessEntry Entry(Caller caller, Partnership partnership, bool allowed) => new(
        clock.GetUtcNow(), caller, AccessOperation.Consultation, null, Door,
        allowed ? $"board {partnership}" : $"refused: board {partnership.Name ?? "with no valid name"}");
}
