using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Import.History;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Importing;

/// <summary>One import: how far it is, or what became of it; refused rows can be deleted.</summary>
internal sealed class ImportDetailModel(ImportsDoor door) : PageModel
{
    public ImportEntry Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid run, CancellationToken ct)
    {
        if (await door.FindAsync(HttpContext.Caller(), run, ct) is not { } entry) return NotFound();
        Entry = entry;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid run, CancellationToken ct)
    {
        if (await door.FindAsync(HttpContext.Caller(), run, ct) is null) return NotFound();
        await door.ForgetRejectsAsync(HttpContext.Caller(), run, "page:import", ct);
        return LocalRedirect($"/imports/{run}");
    }
}
