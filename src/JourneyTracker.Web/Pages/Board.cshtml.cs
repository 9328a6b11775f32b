using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages;

/// <summary>The live board: a column for each stage.</summary>
internal sealed class BoardModel(BoardDoor door) : PageModel
{
    public BoardView View { get; private set; } = null!;

    /// <summary>What was asked for and is no police force area; null when all is well.</summary>
    public string? UnknownArea { get; private set; }

    /// <summary>The areas on record for this board's women, and the one that was chosen.</summary>
    public IEnumerable<Code> Areas => CodeList.PoliceForceAreas.All
        .Where(a => View.Areas.Contains(a.Value) || a.Value == View.Area).OrderBy(a => a.Label, StringComparer.Ordinal);

    /// <param name="area">Only women known in this police force area, by its GSS code; an unknown one means all, and is said to be unknown.</param>
    /// <param name="all">The stage of which all women are shown, as far as one page can.</param>
    /// <param name="ct">Cancels.</param>
    public async Task OnGetAsync(string? area, string? all, CancellationToken ct)
    {
        var known = area is not null && CodeList.PoliceForceAreas.Has(area) ? area : null;
        UnknownArea = known is null && !string.IsNullOrWhiteSpace(area) ? area : null;
        View = await door.BoardAsync(HttpContext.Caller(), known, StageNames.Find(all ?? ""), ct);
    }
}
