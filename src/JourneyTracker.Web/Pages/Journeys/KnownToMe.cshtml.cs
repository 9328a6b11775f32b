using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Journeys;

/// <summary>Somebody says that she is known to them, and sees her no more (safeguards S5).</summary>
internal sealed class KnownToMeModel(OwnAccessDoor door, ReadingDoor reading) : PageModel
{
    public JourneyId Id { get; private set; }

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey)) return NotFound();
        Id = journey;
        return await reading.JourneyAsync(HttpContext.Caller(), journey, null, null, "page:known-to-me", ct) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey)) return NotFound();
        IsDone = await door.DeclareKnownAsync(HttpContext.Caller(), journey, "page:known-to-me", ct) is SubmissionOutcome.Recorded;
        return IsDone ? Page() : NotFound();
    }
}
