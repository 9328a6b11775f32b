using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>Snapshots of boards without the women of whom the caller may not know: neither among the cards nor in the counts (safeguards S5).</summary>
internal sealed class SharedBoard(IBoardFeed feed, BoardCache cache, IHiddenJourneys journeys)
{
    /// <summary>So many more cards are read at a time, so that a column is as long as anybody's.</summary>
    private const int Spare = 16;

    public async Task<BoardSnapshot> GetAsync(Caller caller, BoardCut cut, bool isFollowed, CancellationToken ct)
    {
        var hidden = await journeys.HiddenFromAsync(caller, ct);
        if (hidden.Count == 0) return await cache.GetAsync(caller.Partnership, cut, isFollowed, ct);
        var wide = cut with { Most = cut.Most + ((hidden.Count + Spare - 1) / Spare * Spare) };
        var snapshot = await cache.GetAsync(caller.Partnership, wide, isFollowed, ct);
        return Without(snapshot, cut, hidden, await AwayAsync(caller, cut.Filter, hidden, snapshot.Day, ct));
    }

    /// <summary>How many of the women of whom the caller may not know were in each stage on a day.</summary>
    public async Task<Dictionary<Stage, int>> AwayAsync(Caller caller, BoardFilter filter, IReadOnlySet<JourneyId> hidden, DateOnly day, CancellationToken ct)
    {
        var women = await feed.WomenAsync(caller.Partnership, hidden, day, ct);
        var shown = filter == BoardFilter.None ? null : await feed.ShownAsync(caller.Partnership, day, filter, hidden, ct);
        return women.Values.Where(w => shown?.Contains(w.Journey) != false).CountBy(w => w.Stage).ToDictionary();
    }

    private static BoardSnapshot Without(BoardSnapshot snapshot, BoardCut cut, IReadOnlySet<JourneyId> hidden, Dictionary<Stage, int> away) => snapshot with
    {
        Counts = snapshot.Counts.Select(c => (c.Key, Left: c.Value - away.GetValueOrDefault(c.Key))).Where(c => c.Left > 0).ToDictionary(c => c.Key, c => c.Left),
        Women = [.. snapshot.Women.Where(w => !hidden.Contains(w.Journey)).GroupBy(w => w.Stage).SelectMany(s => s.Take(cut.MostOf(s.Key)))],
    };
}
