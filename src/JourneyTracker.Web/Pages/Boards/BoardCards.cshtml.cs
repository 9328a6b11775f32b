using JourneyTracker.Domain.Matters;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Boards;

/// <summary>The cards of one column, for a board that is already open.</summary>
internal sealed class BoardCardsModel(BoardDoor door) : PageModel
{
    public IReadOnlyList<BoardCard> Cards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string stage, CancellationToken ct)
    {
        if (StageNames.Find(stage) is not { } known || known == Stage.NotYetKnown) return NotFound();
        Cards = await door.ColumnAsync(HttpContext.Caller(), BoardQuery.Of(Request.Query), known, ct);
        return Page();
    }
}
