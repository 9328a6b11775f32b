using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>What a board says beside its women, as known within the last minute, without the women of whom the caller may not know.</summary>
internal sealed class BoardPast(BoardCounts counts, SharedBoard boards, IHiddenJourneys journeys, TimeProvider clock)
{
    private static readonly TimeSpan HowOld = TimeSpan.FromMinutes(1);
    private readonly Kept<(Partnership, DateOnly, BoardFilter), IReadOnlyDictionary<Stage, int>> past = new(clock, HowOld);
    private readonly Kept<(Partnership, DateOnly, DateOnly, string?), IReadOnlyDictionary<Stage, int[]>> histories = new(clock, HowOld);
    private readonly Kept<Partnership, IReadOnlyList<string>> agencies = new(clock, HowOld);

    /// <summary>How many women were in each stage on a day, as known now.</summary>
    public async Task<IReadOnlyDictionary<Stage, int>> CountsAsync(Caller caller, DateOnly day, BoardFilter filter, CancellationToken ct)
    {
        var hidden = await journeys.HiddenFromAsync(caller, ct);
        var all = await past.GetAsync((caller.Partnership, day, filter), () => counts.OnAsync(caller.Partnership, day, filter, ct));
        if (hidden.Count == 0) return all;
        var away = await boards.AwayAsync(caller, filter, hidden, day, ct);
        return all.ToDictionary(c => c.Key, c => c.Value - away.GetValueOrDefault(c.Key));
    }

    /// <summary>How many women were in each stage on each of some days, as known now; the women are those of an area, or all.</summary>
    public async Task<IReadOnlyDictionary<Stage, int[]>> HistoryAsync(Caller caller, DateOnly from, DateOnly to, string? area, CancellationToken ct)
    {
        var hidden = await journeys.HiddenFromAsync(caller, ct);
        var all = await histories.GetAsync((caller.Partnership, from, to, area), () => counts.HistoryAsync(caller.Partnership, from, to, area, null, ct));
        if (hidden.Count == 0) return all;
        var away = await counts.HistoryAsync(caller.Partnership, from, to, area, hidden, ct);
        return all.ToDictionary(s => s.Key, s => s.Value.Zip(away[s.Key], (everybody, kept) => everybody - kept).ToArray());
    }

    /// <summary>The agencies by which a board can be filtered.</summary>
    public async Task<IReadOnlyList<string>> AgenciesAsync(Caller caller, DateOnly day, CancellationToken ct)
    {
        var hidden = await journeys.HiddenFromAsync(caller, ct);
        return hidden.Count == 0
            ? await agencies.GetAsync(caller.Partnership, () => counts.AgenciesAsync(caller.Partnership, day, hidden, ct))
            : await counts.AgenciesAsync(caller.Partnership, day, hidden, ct);
    }
}
