using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Recalls;

/// <summary>Where a recall stands: what could help first, what is considered and decided, and what is still to be done.</summary>
internal sealed class RecallModel(RecallDoor door) : PageModel
{
    public RecallReading Recall { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey) || await door.ReadAsync(HttpContext.Caller(), journey, "page:recall", ct) is not { } recall) return NotFound();
        Recall = recall;
        return Page();
    }

    /// <summary>Asks every service that works with her what has gone well.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] string id, CancellationToken ct) =>
        JourneyId.TryParse(id, null, out var journey) && await door.AskAsync(HttpContext.Caller(), journey, "page:recall", ct) ? LocalRedirect($"/journeys/{journey}/recall#gone-well") : NotFound();
}
