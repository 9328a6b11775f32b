using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Administration;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Administering;

/// <summary>Ends a sharing agreement.</summary>
internal sealed class AgreementEndModel(AdministrationDoor door, TimeProvider clock) : PageModel
{
    public SharingAgreement Agreement { get; private set; } = null!;

    public DateOnly Today => LondonDay.Of(clock.GetUtcNow());

    /// <summary>The day, as it was typed.</summary>
    public string? EndedOn { get; private set; }

    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    public FormField Field => new("endedOn", "First day on which it no longer holds", "For example, 2026-03-01", EndedOn, Wrong, IsDay: true);

    public async Task<IActionResult> OnGetAsync(Guid agreement, CancellationToken ct) => await FindAsync(agreement, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid agreement, string? endedOn, CancellationToken ct)
    {
        if (!await FindAsync(agreement, ct)) return NotFound();
        EndedOn = endedOn;
        var (day, wrong) = AgreementDraft.ReadEnd(endedOn, Agreement.Terms);
        if (wrong is not null) Wrong = new Dictionary<string, string> { ["endedOn"] = wrong };
        if (day is null) return Page();
        return await door.EndAsync(HttpContext.Caller(), agreement, day.Value, "page:agreement-end", ct) ? LocalRedirect($"/administration#a-{agreement}") : NotFound();
    }

    /// <summary>One that has ended is not ended again.</summary>
    private async Task<bool> FindAsync(Guid agreement, CancellationToken ct)
    {
        if (await door.AgreementAsync(HttpContext.Caller(), agreement, ct) is not { EndedOn: null } found) return false;
        Agreement = found;
        return true;
    }
}
