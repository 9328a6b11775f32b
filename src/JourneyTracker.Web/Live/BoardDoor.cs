using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>The one way to read a board or a card of it: asks who may see what, and writes the read down.</summary>
internal sealed class BoardDoor(IBoardFeed feed, BoardCache cache, IIdentityVault vault, IAccessLog log, FirstCatchUp catchUp, TimeProvider clock)
{
    private const int FirstCards = 50;
    public const int MostCards = 2_000;
    private const int LastMovements = 8;
    private const int LookBack = 200;

    /// <summary>The caller's partnership's board. The gate has asked whether the caller may watch it.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="area">Only women known in this area.</param>
    /// <param name="whole">The stage of which as many cards are shown as a page can hold, not only the first.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<BoardView> BoardAsync(Caller caller, string? area, Stage? whole, CancellationToken ct)
    {
        var snapshot = (await cache.GetAsync(caller.Partnership, notBefore: null, ct)).Snapshot;
        var women = snapshot.Women.Where(w => area is null || w.Area == area).ToList();
        var shown = women.GroupBy(w => w.Stage).ToDictionary(
            g => g.Key, g => (Count: g.Count(), First: g.OrderByDescending(w => w.Since).ThenBy(w => w.Journey).Take(g.Key == whole ? MostCards : FirstCards).ToList()));
        var now = clock.GetUtcNow();
        await log.WriteAsync([new AccessEntry(now, caller, AccessOperation.Consultation, null, "page:board", Subject(area, women.Count))], ct);
        var names = await NamesAsync(caller, [.. shown.Values.SelectMany(s => s.First).Select(w => w.Journey)], ct);
        var columns = StageNames.OnBoard.Select(stage => shown.TryGetValue(stage, out var column)
            ? new BoardColumn(stage, column.Count, [.. column.First.Select(w => Card(w, names, snapshot.Day))])
            : new BoardColumn(stage, 0, []));
        var movements = await MovementsAsync(caller, snapshot.Position, [.. women.Select(w => w.Journey)], ct);
        var areas = snapshot.Women.Select(w => w.Area).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var toGo = await catchUp.ToGoAsync(isEmpty: snapshot.Women.Count == 0, ct);
        return new BoardView(caller.Partnership.Name, snapshot.Position, now, snapshot.Day, area, women.Count, [.. columns], movements, areas, toGo);
    }

    /// <summary>One card; null when she is not on that board, or not in that area.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="journey">Whose card.</param>
    /// <param name="area">The area that the board shows; null for all.</param>
    /// <param name="notBefore">The feed position that the card must at least show.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<BoardCard?> CardAsync(Caller caller, JourneyId journey, string? area, long? notBefore, CancellationToken ct)
    {
        var board = await cache.GetAsync(caller.Partnership, notBefore, ct);
        if (board.Find(journey) is not { } woman || (area is not null && woman.Area != area)) return null;
        await log.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, AccessOperation.Consultation, journey, "page:board/card")], ct);
        return Card(woman, await NamesAsync(caller, [journey], ct), board.Snapshot.Day);
    }

    private async Task<IReadOnlyDictionary<JourneyId, PersonIdentity>> NamesAsync(Caller caller, IReadOnlyList<JourneyId> journeys, CancellationToken ct) =>
        MaySee.Name(caller, caller.Partnership) && journeys.Count > 0
            ? await vault.GetAsync(caller.Partnership, journeys, ct)
            : new Dictionary<JourneyId, PersonIdentity>();

    private async Task<IReadOnlyList<BoardStep>> MovementsAsync(Caller caller, long position, HashSet<JourneyId> shown, CancellationToken ct)
    {
        var messages = await feed.ReadAsync(caller.Partnership, Math.Max(0, position - LookBack), LookBack, ct) ?? [];
        var last = messages
            .Where(m => m.Position <= position && m.Kind != BoardMessageKind.Revised && shown.Contains(m.Journey))
            .TakeLast(LastMovements).Reverse().ToList();
        var names = await NamesAsync(caller, [.. last.Select(m => m.Journey).Distinct()], ct);
        return [.. last.Select(m => new BoardStep(m.Journey, names.GetValueOrDefault(m.Journey)?.Name, m.From, m.To, MadeAt.Of(m.By)))];
    }

    private static BoardCard Card(BoardWoman woman, IReadOnlyDictionary<JourneyId, PersonIdentity> names, DateOnly day) =>
        new(woman.Journey, names.GetValueOrDefault(woman.Journey)?.Name, woman.Stage, woman.Since, day);

    private static string Subject(string? area, int women) => $"board{(area is null ? "" : $" of area {area}")}, {women} women";
}
