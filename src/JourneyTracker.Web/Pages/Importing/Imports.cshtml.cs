using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Import.History;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Importing;

/// <summary>Who imported what, and what became of it.</summary>
internal sealed class ImportsModel(ImportsDoor door) : PageModel
{
    public IReadOnlyList<ImportEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await door.ListAsync(HttpContext.Caller(), "page:imports", ct) is not { } entries) return NotFound();
        Entries = entries;
        return Page();
    }
}
