using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>The one way to read a board or a card of it: asks who may see what, and writes the read down.</summary>
internal sealed class BoardDoor(
    IBoardFeed feed, SharedBoard boards, BoardPast past, BoardMemory memory, IHiddenJourneys journeys, IIdentityVault vault, IAccessLog log, FirstCatchUp catchUp, TimeProvider clock)
{
    private const int FirstCards = 50;
    private const int LastMovements = 8;
    private const int LookBack = 200;

    /// <summary>The caller's partnership's board. The gate has asked whether the caller may watch it.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="query">What of it.</param>
    /// <param name="isLook">Whether somebody looks; an open page that draws itself anew does not.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<BoardView> BoardAsync(Caller caller, BoardQuery query, bool isLook, CancellationToken ct)
    {
        var snapshot = await boards.GetAsync(caller, new BoardCut(query.Filter, FirstCards, query.Whole), isFollowed: true, ct);
        var shown = query.Columns.ToList();
        var women = shown.Sum(s => snapshot.Counts.GetValueOrDefault(s));
        var now = clock.GetUtcNow();
        await log.WriteAsync([new AccessEntry(now, caller, AccessOperation.Consultation, null, "page:board", Subject(query, women))], ct);
        var yesterday = await past.CountsAsync(caller, snapshot.Day.AddDays(-1), query.Filter, ct);
        var inColumns = snapshot.Women.Where(w => shown.Contains(w.Stage)).ToList();
        var names = await NamesAsync(caller, [.. inColumns.Select(w => w.Journey)], ct);
        var cards = inColumns.ToLookup(w => w.Stage, w => Card(w, names, snapshot.Day));
        var columns = shown.Select(stage => new BoardColumn(stage, snapshot.Counts.GetValueOrDefault(stage), [.. cards[stage]], yesterday.GetValueOrDefault(stage)));
        return new BoardView(
            caller.Partnership.Name, snapshot.Position, snapshot.Epoch, now, snapshot.Day, query, women, [.. columns], await MovementsAsync(caller, snapshot, query.Filter, ct), snapshot.Areas,
            await past.AgenciesAsync(caller, snapshot.Day, ct), await memory.NewsAsync(caller, snapshot, query.Filter, isLook, ct), await catchUp.ToGoAsync(isEmpty: women == 0, ct));
    }

    /// <summary>The cards of one column, as far as one page can show them.</summary>
    public async Task<IReadOnlyList<BoardCard>> ColumnAsync(Caller caller, BoardQuery query, Stage stage, CancellationToken ct)
    {
        var snapshot = await boards.GetAsync(caller, new BoardCut(query.Filter, FirstCards, stage), isFollowed: true, ct);
        var women = snapshot.Women.Where(w => w.Stage == stage).ToList();
        await log.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, AccessOperation.Consultation, null, "page:board/cards", Subject(query, women.Count))], ct);
        var names = await NamesAsync(caller, [.. women.Select(w => w.Journey)], ct);
        return [.. women.Select(w => Card(w, names, snapshot.Day))];
    }

    /// <summary>One card; null when she is not on that board, or the filter does not show her.</summary>
    public async Task<BoardCard?> CardAsync(Caller caller, JourneyId journey, BoardFilter filter, CancellationToken ct)
    {
        var day = LondonDay.Of(clock.GetUtcNow());
        var hidden = await journeys.HiddenFromAsync(caller, ct);
        var women = await feed.WomenAsync(caller.Partnership, [journey], day: null, ct);
        if (!women.TryGetValue(journey, out var woman) || hidden.Contains(journey)) return null;
        if (filter != BoardFilter.None && !(await feed.ShownAsync(caller.Partnership, day, filter, [journey], ct)).Contains(journey)) return null;
        await log.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, AccessOperation.Consultation, journey, "page:board/card")], ct);
        return Card(woman, await NamesAsync(caller, [journey], ct), day);
    }

    /// <summary>How many women were in each stage on each of the last days, today the last; the women are those of an area, or all.</summary>
    public async Task<BoardHistory> HistoryAsync(Caller caller, int days, string? area, CancellationToken ct)
    {
        var today = LondonDay.Of(clock.GetUtcNow());
        await log.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, AccessOperation.Consultation, null, "page:board/history", $"women by stage, {days} days")], ct);
        return new BoardHistory(today.AddDays(1 - days), today, await past.HistoryAsync(caller, today.AddDays(1 - days), today, area, ct));
    }

    private async Task<IReadOnlyDictionary<JourneyId, PersonIdentity>> NamesAsync(Caller caller, IReadOnlyList<JourneyId> journeys, CancellationToken ct) =>
        MaySee.Name(caller, caller.Partnership) && journeys.Count > 0
            ? await vault.GetAsync(caller.Partnership, journeys, ct)
            : new Dictionary<JourneyId, PersonIdentity>();

    private async Task<IReadOnlyList<BoardStep>> MovementsAsync(Caller caller, BoardSnapshot snapshot, BoardFilter filter, CancellationToken ct)
    {
        var hidden = journeys.LastHiddenFrom(caller);
        var messages = (await feed.LastMovesAsync(caller.Partnership, snapshot.Position, LookBack, ct)).Where(m => !hidden.Contains(m.Journey)).ToList();
        var shown = await OnBoardAsync(caller, snapshot.Day, filter, [.. messages.Select(m => m.Journey).Distinct()], ct);
        var last = messages.Where(m => shown.Contains(m.Journey)).TakeLast(LastMovements).Reverse().ToList();
        var names = await NamesAsync(caller, [.. last.Select(m => m.Journey).Distinct()], ct);
        return [.. last.Select(m => new BoardStep(m.Journey, names.GetValueOrDefault(m.Journey)?.Name, m.From, m.To, MadeAt.Of(m.By)))];
    }

    private async Task<IReadOnlySet<JourneyId>> OnBoardAsync(Caller caller, DateOnly day, BoardFilter filter, IReadOnlyCollection<JourneyId> women, CancellationToken ct) =>
        filter == BoardFilter.None
            ? (await feed.WomenAsync(caller.Partnership, women, day, ct)).Keys.ToHashSet()
            : await feed.ShownAsync(caller.Partnership, day, filter, women, ct);

    private static BoardCard Card(BoardWoman woman, IReadOnlyDictionary<JourneyId, PersonIdentity> names, DateOnly day) =>
        new(woman.Journey, names.GetValueOrDefault(woman.Journey)?.Name, woman.Stage, woman.Since, day);

    private static string Subject(BoardQuery query, int women) => $"board{(query.Filter.Area is { } area ? $" of area {area}" : "")}, {women} women";
}
