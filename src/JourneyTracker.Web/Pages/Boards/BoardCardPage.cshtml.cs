using JourneyTracker.Domain.Identity;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Boards;

/// <summary>One card, for a board that is already open: it goes through the same permission and filter as the board.</summary>
internal sealed class BoardCardPageModel(BoardDoor door) : PageModel
{
    public BoardCard Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey)) return NotFound();
        var card = await door.CardAsync(HttpContext.Caller(), journey, BoardQuery.Of(Request.Query).Filter, ct);
        if (card is null) return NotFound();
        Card = card;
        return Page();
    }
}
