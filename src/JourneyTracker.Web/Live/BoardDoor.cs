using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>The one way to read a board or a card of it: asks who may see what, and writes the read down.</summary>
internal sealed class BoardDoor(IBoardFeed feed, SharedBoard boards, IHiddenJourneys journeys, IIdentityVault vault, IAccessLog log, FirstCatchUp catchUp, TimeProvider clock)
{
    private const int FirstCards = 50;
    private const int LastMovements = 8;
    private const int LookBack = 200;

    /// <summary>The caller's partnership's board. The gate has asked whether the caller may watch it.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="area">Only women known in this area.</param>
    /// <param name="whole">The stage of which more cards are shown than the first, at most <see cref="BoardCut.MostOfWhole"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<BoardView> BoardAsync(Caller caller, string? area, Stage? whole, CancellationToken ct)
    {
        var snapshot = await boards.GetAsync(caller, new BoardCut(area, FirstCards, whole), isFollowed: true, ct);
        var women = snapshot.Counts.Values.Sum();
        var now = clock.GetUtcNow();
        await log.WriteAsync([new AccessEntry(now, caller, AccessOperation.Consultation, null, "page:board", Subject(area, women))], ct);
        var names = await NamesAsync(caller, [.. snapshot.Women.Select(w => w.Journey)], ct);
        var cards = snapshot.Women.ToLookup(w => w.Stage, w => Card(w, names, snapshot.Day));
        var columns = StageNames.OnBoard.Select(stage => new BoardColumn(stage, snapshot.Counts.GetValueOrDefault(stage), [.. cards[stage]]));
        var movements = await MovementsAsync(caller, snapshot, area, ct);
        var toGo = await catchUp.ToGoAsync(isEmpty: women == 0, ct);
        return new BoardView(caller.Partnership.Name, snapshot.Position, snapshot.Epoch, now, snapshot.Day, area, women, whole, [.. columns], movements, snapshot.Areas, toGo);
    }

    /// <summary>One card; null when she is not on that board, or not in that area.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="journey">Whose card.</param>
    /// <param name="area">The area that the board shows; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<BoardCard?> CardAsync(Caller caller, JourneyId journey, string? area, CancellationToken ct)
    {
        var day = LondonDay.Of(clock.GetUtcNow());
        var hidden = await journeys.HiddenFromAsync(caller, ct);
        var women = await feed.WomenAsync(caller.Partnership, [journey], day: null, ct);
        if (!women.TryGetValue(journey, out var woman) || hidden.Contains(journey) || (area is not null && woman.Area != area)) return null;
        await log.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, AccessOperation.Consultation, journey, "page:board/card")], ct);
        return Card(woman, await NamesAsync(caller, [journey], ct), day);
    }

    private async Task<IReadOnlyDictionary<JourneyId, PersonIdentity>> NamesAsync(Caller caller, IReadOnlyList<JourneyId> journeys, CancellationToken ct) =>
        MaySee.Name(caller, caller.Partnership) && journeys.Count > 0
            ? await vault.GetAsync(caller.Partnership, journeys, ct)
            : new Dictionary<JourneyId, PersonIdentity>();

    private async Task<IReadOnlyList<BoardStep>> MovementsAsync(Caller caller, BoardSnapshot snapshot, string? area, CancellationToken ct)
    {
        var hidden = journeys.LastHiddenFrom(caller);
        var messages = await feed.LastMovesAsync(caller.Partnership, snapshot.Position, LookBack, ct);
        var shown = await feed.WomenAsync(caller.Partnership, [.. messages.Select(m => m.Journey).Distinct()], snapshot.Day, ct);
        var last = messages
            .Where(m => !hidden.Contains(m.Journey) && shown.TryGetValue(m.Journey, out var woman) && (area is null || woman.Area == area))
            .TakeLast(LastMovements).Reverse().ToList();
        var names = await NamesAsync(caller, [.. last.Select(m => m.Journey).Distinct()], ct);
        return [.. last.Select(m => new BoardStep(m.Journey, names.GetValueOrDefault(m.Journey)?.Name, m.From, m.To, MadeAt.Of(m.By)))];
    }

    private static BoardCard Card(BoardWoman woman, IReadOnlyDictionary<JourneyId, PersonIdentity> names, DateOnly day) =>
        new(woman.Journey, names.GetValueOrDefault(woman.Journey)?.Name, woman.Stage, woman.Since, day);

    private static string Subject(string? area, int women) => $"board{(area is null ? "" : $" of area {area}")}, {women} women";
}
