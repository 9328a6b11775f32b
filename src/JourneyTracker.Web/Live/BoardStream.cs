using System.Runtime.CompilerServices;
using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.Measuring;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>
/// A board for one watcher: every message after a position exactly once and in order. It subscribes, reads the feed until nothing is left, and then takes what the
/// tail hands out, leaving out what the read had shown already. A watcher too slow for its buffer begins again from the last message it was given. Nothing is sent of
/// a woman of whom the watcher may not know; when that changes, the watcher gets the board anew.
/// </summary>
internal sealed class BoardStream(IBoardFeed feed, BoardFanOut fanOut, SharedBoard boards, IHiddenJourneys journeys)
{
    /// <summary>Messages held for a watcher that does not take them.</summary>
    public const int Room = 1_000;

    private const int Page = 500;

    /// <param name="caller">Who watches; the board is the caller's partnership's.</param>
    /// <param name="since">The last position the watcher has seen; null for one that has seen nothing.</param>
    /// <param name="epoch">The epoch of that position; null for a watcher that does not know.</param>
    /// <param name="ct">Ends the stream.</param>
    public async IAsyncEnumerable<BoardFrame> WatchAsync(Caller caller, long? since, string? epoch, [EnumeratorCancellation] CancellationToken ct)
    {
        var (last, missed, caughtUp) = (since, 0, false);
        epoch ??= await feed.EpochAsync(ct);
        var hidden = await journeys.HiddenFromAsync(caller, ct);
        while (true)
        {
            using var subscription = await fanOut.SubscribeAsync(caller.Partnership, Room, ct);
            while (true)
            {
                var page = last is { } seen ? await feed.ReadAsync(caller.Partnership, seen, epoch, Page, ct) : null;
                if (page is null)
                {
                    var snapshot = await boards.GetAsync(caller, BoardCut.Snapshot, isFollowed: last is null, ct);
                    yield return BoardFrame.Of(snapshot, reset: last is not null);
                    (last, epoch, missed) = (snapshot.Position, snapshot.Epoch, 0);
                    continue;
                }

                foreach (var message in page)
                {
                    last = message.Position;
                    if (hidden.Contains(message.Journey)) continue;
                    Meters.MovementsSent.Add(1);
                    yield return BoardFrame.Of(message);
                    missed++;
                }

                if (page.Count == 0) break;
            }

            if (!caughtUp) yield return BoardFrame.CaughtUp(last!.Value, epoch, missed);
            caughtUp = true;
            await foreach (var message in subscription.ReadAsync(ct))
            {
                if (message.Position <= last) continue;
                last = message.Position;
                var now = journeys.LastHiddenFrom(caller);
                if (!now.SetEquals(hidden))
                {
                    hidden = now;
                    var snapshot = await boards.GetAsync(caller, BoardCut.Snapshot, isFollowed: false, ct);
                    yield return BoardFrame.Of(snapshot, reset: true);
                    (last, epoch) = (Math.Max(last.Value, snapshot.Position), snapshot.Epoch);
                    continue;
                }

                if (hidden.Contains(message.Journey)) continue;
                Meters.MovementsSent.Add(1);
                yield return BoardFrame.Of(message);
            }
        }
    }
}
