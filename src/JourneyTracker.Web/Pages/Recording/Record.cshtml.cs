using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Drafts;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Recording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Recording;

/// <summary>What somebody began to record and did not finish.</summary>
internal sealed class RecordModel(DraftDoor drafts) : PageModel
{
    public IReadOnlyList<(Draft Draft, string? Name)> Drafts { get; private set; } = [];

    public bool WasKept { get; private set; }

    public bool WasRecorded { get; private set; }

    public async Task OnGetAsync(string? kept, string? recorded, CancellationToken ct)
    {
        (WasKept, WasRecorded) = (kept is not null, recorded is not null);
        Drafts = [.. (await drafts.MineAsync(HttpContext.Caller(), "page:drafts", ct)).Where(d => d.Draft.Of.Newest is not null)];
    }

    public async Task<IActionResult> OnPostAsync(Guid draft, CancellationToken ct)
    {
        await drafts.ThrowAwayAsync(HttpContext.Caller(), draft, ct);
        return LocalRedirect("/record");
    }

    public static string AddressOf(Draft draft) => new RecordRequest(draft.Of.Journey, draft.Of.Newest, draft.Of.Corrects).Form;
}
