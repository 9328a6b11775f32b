using JourneyTracker.Domain.Facts;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Recording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Recording;

/// <summary>Shows what was typed, and what it would change, before it is recorded.</summary>
internal sealed class RecordCheckModel(FactForms forms, ProposingDoor proposing, RecordingDoor recording, DraftDoor drafts) : PageModel
{
    private const string Door = "page:record-check";

    public OpenForm Open { get; private set; } = null!;

    public JourneyProposal Proposal { get; private set; } = null!;

    public IReadOnlyList<Answered> Answers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, [FromRoute] string? kind, [FromRoute] string? fact, CancellationToken ct)
    {
        if (await OpenAsync(id, kind, fact, ct) is { } elsewhere) return elsewhere;
        if (await forms.CheckAsync(HttpContext.Caller(), Open, Door, ct) is not { } found) return LocalRedirect($"{Open.Request.Form}?check=yes");
        (Proposal, Answers) = (found.Proposal, forms.Answers(Open));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, [FromRoute] string? kind, [FromRoute] string? fact, string? token, CancellationToken ct)
    {
        if (await OpenAsync(id, kind, fact, ct) is { } elsewhere) return elsewhere;
        if (token != Open.Draft!.Id.ToString("N")) return LocalRedirect(Open.Request.Check);
        if (Open.Form.Read() is not { } typed) return LocalRedirect($"{Open.Request.Form}?check=yes");
        var source = RecordRequest.Source(token);
        var outcome = Open.Change is { } change
            ? await proposing.CorrectAsync(HttpContext.Caller(), Open.Request.Journey, change.Entry.Now.RecordedId, typed, Open.Form.Why, Open.Form.Note, source, Door, ct)
            : await recording.RecordAsync(HttpContext.Caller(), new Submission(Open.Request.Journey, typed, source), Door, ct);
        if (outcome is not SubmissionOutcome.Recorded recorded) return LocalRedirect($"{Open.Request.Form}?check=yes");
        await drafts.RecordedAsync(HttpContext.Caller(), Open.Draft, recorded.Placed.Id, CancellationToken.None);
        // Whoever limits who may know of her may be left out: then her page is "not found" from now on (safeguards S5).
        return LocalRedirect(typed is AccessLimited or PersonBarred ? "/record?recorded=yes" : Open.Request.Recorded(recorded.Placed.Id));
    }

    /// <summary>Null when there is a draft to look at. One that was recorded leads to what was recorded, however often it is sent.</summary>
    private async Task<IActionResult?> OpenAsync(string id, string? kind, string? fact, CancellationToken ct)
    {
        if (RecordRequest.Of(id, kind, fact) is not { } request || await forms.OpenAsync(HttpContext.Caller(), request, null, Door, ct) is not { } open) return NotFound();
        if (open.Draft?.Recorded is { } recorded) return LocalRedirect(request.Recorded(recorded));
        if (open.Draft is null || open.Latest is not null || open.Journey.WentTo is not null) return LocalRedirect(request.Form);
        Open = open;
        return null;
    }
}
