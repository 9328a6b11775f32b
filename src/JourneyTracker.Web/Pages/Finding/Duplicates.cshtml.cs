using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Finding;

/// <summary>Journeys that may be one woman's. Nothing is joined but by a person.</summary>
internal sealed class DuplicatesModel(FindingDoor door) : PageModel
{
    public IReadOnlyList<SideBySide> Pairs { get; private set; } = [];

    public bool MayMerge => MaySee.Record(HttpContext.Caller(), HttpContext.Caller().Partnership);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await door.DuplicatesAsync(HttpContext.Caller(), "page:duplicates", ct) is not { } pairs) return NotFound();
        Pairs = pairs;
        return Page();
    }
}
