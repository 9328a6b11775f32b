using JourneyTracker.Domain.Codes;
using JourneyTracker.Journal.Boards;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Boards;

/// <summary>The live board: a column for each stage.</summary>
internal sealed class BoardModel(BoardDoor door, PersonalBoard kept) : PageModel
{
    /// <summary>With it, an open page draws itself anew: nobody looks.</summary>
    public const string RedrawHeader = "Journey-Redraw";

    private const int FirstYear = 2000;

    public BoardView View { get; private set; } = null!;

    /// <summary>What was asked for and is no police force area; null when all is well.</summary>
    public string? UnknownArea { get; private set; }

    /// <summary>The filters that the caller keeps.</summary>
    public IReadOnlyList<KeptFilter> Kept { get; private set; } = [];

    /// <summary>The areas on record for this board's women, and the one that was chosen.</summary>
    public IEnumerable<Code> Areas => CodeList.PoliceForceAreas.All
        .Where(a => View.Areas.Contains(a.Value) || a.Value == View.Query.Filter.Area).OrderBy(a => a.Label, StringComparer.Ordinal);

    /// <summary>The agencies of this board, and the one that was chosen.</summary>
    public IEnumerable<string> Agencies => View.Query.Filter.Agency is { } chosen ? View.Agencies.Union([chosen]) : View.Agencies;

    /// <summary>The years in which a woman can have come to the board, the last first.</summary>
    public IEnumerable<int> Years => Enumerable.Range(FirstYear, View.Day.Year - FirstYear + 1).Reverse().Take(10);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = BoardQuery.Of(Request.Query);
        UnknownArea = query.Filter.Area is null && Request.Query["area"].ToString() is { Length: > 0 } area ? area : null;
        View = await door.BoardAsync(HttpContext.Caller(), query, isLook: !Request.Headers.ContainsKey(RedrawHeader), ct);
        Kept = await kept.KeptAsync(HttpContext.Caller(), ct);
    }
}
