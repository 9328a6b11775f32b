using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Projections.Board;

/// <summary>The live boards' source: a snapshot at a feed position, then every message after it, once and in order.</summary>
public interface IBoardFeed
{
    /// <summary>
    /// The board of a partnership on a day, with the feed position it stands at, read at one moment. Whoever follows the feed after that leaves the day null: it is
    /// then the one up to which the feed has announced what days bring, whatever a clock says, so that nothing is shown twice or never.
    /// </summary>
    Task<BoardSnapshot> SnapshotAsync(Partnership partnership, DateOnly? day, BoardCut cut, CancellationToken ct);

    /// <summary>Those of some women who are on the board on a day (null as above), as they stand now.</summary>
    Task<IReadOnlyDictionary<JourneyId, BoardWoman>> WomenAsync(Partnership partnership, IReadOnlyCollection<JourneyId> journeys, DateOnly? day, CancellationToken ct);

    /// <summary>Of some women, those whom a filter shows on a day, as they stand now.</summary>
    Task<IReadOnlySet<JourneyId>> ShownAsync(Partnership partnership, DateOnly day, BoardFilter filter, IReadOnlyCollection<JourneyId> journeys, CancellationToken ct);

    /// <summary>A partnership's messages after a position, oldest first, at most that many.</summary>
    /// <param name="partnership">Whose board.</param>
    /// <param name="after">The position.</param>
    /// <param name="epoch">The epoch it is of; null for who does not know.</param>
    /// <param name="most">The most messages.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when the position is older than the feed keeps, or one it never had, or of another epoch: the client needs a new snapshot.</returns>
    Task<IReadOnlyList<BoardMessage>?> ReadAsync(Partnership partnership, long after, string? epoch, int most, CancellationToken ct);

    /// <summary>What the positions of the feed hold for: after a restore of the database it is another, and the same position may stand for another message.</summary>
    Task<string> EpochAsync(CancellationToken ct);

    /// <summary>A partnership's last messages of women who moved, up to a position, of those that the feed still keeps; oldest first, at most that many.</summary>
    Task<IReadOnlyList<BoardMessage>> LastMovesAsync(Partnership partnership, long upTo, int most, CancellationToken ct);

    /// <summary>The last position of the feed.</summary>
    Task<long> PositionAsync(CancellationToken ct);

    /// <summary>Messages of all partnerships after a position as they come, in order, in batches, for ever.</summary>
    IAsyncEnumerable<IReadOnlyList<BoardMessage>> TailAsync(long after, CancellationToken ct);
}

/// <summary>What every board feed can do as well.</summary>
public static class BoardFeeds
{
    /// <summary>The board as a watcher gets it who begins with a snapshot.</summary>
    public static Task<BoardSnapshot> SnapshotAsync(this IBoardFeed feed, Partnership partnership, DateOnly day, CancellationToken ct) =>
        feed.SnapshotAsync(partnership, day, BoardCut.Snapshot, ct);
}
