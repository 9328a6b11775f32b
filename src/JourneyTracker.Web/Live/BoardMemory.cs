using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Boards;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>What changed on a board since somebody looked, without the women of whom they may not know.</summary>
internal sealed class BoardMemory(IBoardFeed feed, BoardCounts counts, PersonalBoard looks, IHiddenJourneys journeys, TimeProvider clock)
{
    private const int MostChanges = 500;

    /// <summary>To somebody who first looked less long ago, everything on the board is news.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(2);

    /// <param name="caller">Who looks.</param>
    /// <param name="board">The board as it is.</param>
    /// <param name="filter">Which women.</param>
    /// <param name="isLook">Whether somebody looks; else what they saw stays as it is.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null for somebody who never looked before, or so long ago that the feed does not keep what came since.</returns>
    public async Task<BoardNews?> NewsAsync(Caller caller, BoardSnapshot board, BoardFilter filter, bool isLook, CancellationToken ct)
    {
        var before = isLook ? await looks.LookAsync(caller, board.Position, board.Epoch, clock.GetUtcNow(), ct) : await looks.FindAsync(caller, ct);
        if (before is null || clock.GetUtcNow() - before.At < JustNow || await feed.ReadAsync(caller.Partnership, before.Position, before.Epoch, 1, ct) is null) return null;
        var hidden = await journeys.HiddenFromAsync(caller, ct);
        var changes = (await counts.SinceAsync(caller.Partnership, before.Position, MostChanges, ct)).Where(c => !hidden.Contains(c.Journey)).ToList();
        JourneyId[] women = [.. changes.Select(c => c.Journey)];
        var shown = filter == BoardFilter.None ? (await feed.WomenAsync(caller.Partnership, women, board.Day, ct)).Keys.ToHashSet() : await feed.ShownAsync(caller.Partnership, board.Day, filter, women, ct);
        return new BoardNews(before.At, [.. changes.Where(c => shown.Contains(c.Journey))], changes.Count < MostChanges);
    }

    /// <summary>The caller has seen what changed up to a position.</summary>
    public Task SeenAsync(Caller caller, long position, string epoch, CancellationToken ct) => looks.SeenAsync(caller, position, epoch, clock.GetUtcNow(), ct);
}
