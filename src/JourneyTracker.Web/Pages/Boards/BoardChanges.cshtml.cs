using JourneyTracker.Domain.Facts;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.Board;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace JourneyTracker.Web.Pages.Boards;

/// <summary>The women who moved since somebody looked, what moved them, and who works with them.</summary>
internal sealed class BoardChangesModel(BoardDoor door, BoardMemory memory, ReadingDoor journeys) : PageModel
{
    private const int AtOnce = 20;

    public BoardQuery Query { get; private set; } = BoardQuery.All;

    public BoardNews? News { get; private set; }

    public long Position { get; private set; }

    public string Epoch { get; private set; } = "";

    public IReadOnlyList<ChangedWoman> Women { get; private set; } = [];

    /// <summary>Where the next women begin; null when these are the last.</summary>
    public int? Next { get; private set; }

    public async Task OnGetAsync(int? from, CancellationToken ct)
    {
        Query = BoardQuery.Of(Request.Query);
        var board = await door.BoardAsync(HttpContext.Caller(), Query, isLook: false, ct);
        (News, Position, Epoch) = (board.News, board.Position, board.Epoch);
        var start = Math.Max(from ?? 0, 0);
        var women = new List<ChangedWoman>();
        foreach (var change in (News?.Changes ?? []).Skip(start).Take(AtOnce))
            if (await journeys.JourneyAsync(HttpContext.Caller(), change.Journey, null, null, "page:board/changes", ct) is { } reading) women.Add(Of(change, reading));
        (Women, Next) = (women, News?.Changes.Count > start + AtOnce ? start + AtOnce : null);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] long position, [FromForm] string? epoch, [FromForm] string? query, CancellationToken ct)
    {
        await memory.SeenAsync(HttpContext.Caller(), position, epoch ?? "", ct);
        return LocalRedirect(BoardQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(query))).At("/board"));
    }

    private static ChangedWoman Of(BoardChange change, JourneyReading reading)
    {
        var shown = reading.Timeline.Where(e => e is { IsWithdrawn: false, Now.Fact: not null }).Select(e => e.Now).ToList();
        var cause = change.By is { } by ? reading.Timeline.FirstOrDefault(e => e.Id == by || e.Said.Any(s => s.RecordedId == by))?.Now : null;
        var workers = shown.Select(v => v.Fact).OfType<WorkerNamed>().Select(w => w.Who).Where(w => w.IsOpen).Select(w => w.Value)
            .GroupBy(w => w.As).Select(g => g.First()).Where(w => w.Person is not null).Select(w => $"{w.Person}, {w.Agency} ({Words.Of(w.As).ToLowerInvariant()})");
        return new ChangedWoman(change, reading, cause?.Fact is { } fact ? new Cause(FactCatalogue.Of(fact).Title, cause.RecordedAt, cause.RecordedBy?.Agency) : null, [.. workers]);
    }

    /// <summary>One woman who moved.</summary>
    public sealed record ChangedWoman(BoardChange Change, JourneyReading Reading, Cause? Cause, IReadOnlyList<string> Workers);

    /// <summary>What moved her.</summary>
    public sealed record Cause(string Title, DateTimeOffset RecordedAt, string? Agency);
}
