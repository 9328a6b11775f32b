using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Administration;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Administering;

/// <summary>Adds a sharing agreement to the register.</summary>
internal sealed class AgreementAddModel(AdministrationDoor door, TimeProvider clock) : PageModel
{
    /// <summary>As it was typed.</summary>
    private AgreementDraft draft = new(null, null, null, null, null, null, null);

    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<FormField> Fields =>
    [
        new("parties", "Agencies", "Each on its own line", draft.Parties, Wrong, Rows: 4),
        new("purpose", "What is shared, and for what", null, draft.Purpose, Wrong, Rows: 3),
        new("lawfulBasis", "Lawful basis", "As the agreement says it", draft.LawfulBasis, Wrong, Rows: 2),
        new("condition", "Article 9 or Schedule 1 condition", "As the agreement says it, or that none is needed", draft.Condition, Wrong, Rows: 2),
        new("dpia", "Data protection impact assessment", "Its reference, or where it is found", draft.Dpia, Wrong),
        new("signedOn", "Signed on", "For example, 2026-03-01", draft.SignedOn, Wrong, IsDay: true),
        new("reviewOn", "Review on", "For example, 2027-03-01", draft.ReviewOn, Wrong, IsDay: true),
    ];

    public async Task<IActionResult> OnPostAsync(
        string? parties, string? purpose, string? lawfulBasis, string? condition, string? dpia, string? signedOn, string? reviewOn, CancellationToken ct)
    {
        draft = new AgreementDraft(parties, purpose, lawfulBasis, condition, dpia, signedOn, reviewOn);
        (var terms, Wrong) = draft.Read(LondonDay.Of(clock.GetUtcNow()));
        if (terms is null) return Page();
        return await door.AddAsync(HttpContext.Caller(), terms, "page:agreement-add", ct) is { } id ? LocalRedirect($"/administration#a-{id}") : NotFound();
    }
}
