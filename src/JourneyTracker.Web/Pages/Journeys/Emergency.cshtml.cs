using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Journeys;

/// <summary>Opens what is not shared of one woman, to keep a person safe.</summary>
internal sealed class EmergencyModel(OwnAccessDoor door, ReadingDoor reading) : PageModel
{
    public JourneyId Id { get; private set; }

    /// <summary>The reason, as it was typed.</summary>
    public string? Why { get; private set; }

    public string? Error { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey)) return NotFound();
        Id = journey;
        return await reading.JourneyAsync(HttpContext.Caller(), journey, null, null, "page:emergency", ct) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, [FromForm] string? why, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey)) return NotFound();
        (Id, Why) = (journey, why);
        switch (await door.OpenInEmergencyAsync(HttpContext.Caller(), journey, why ?? "", "page:emergency", ct))
        {
            case SubmissionOutcome.Recorded:
                return RedirectToPage("/Journeys/Journey", new { id });
            case SubmissionOutcome.Refused { Why.Rule: Rule.UnknownJourney }:
                return NotFound();
            case SubmissionOutcome.Refused refused:
                Error = refused.Why.What.TrimEnd('.');
                return Page();
            case var other:
                throw new System.Diagnostics.UnreachableException($"{other.GetType().Name} is not an outcome.");
        }
    }
}
