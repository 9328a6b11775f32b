using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Recording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Recording;

/// <summary>The form of one kind of fact: to record a new one, or to correct one that is on record.</summary>
[RequestFormLimits(ValueCountLimit = 1024, KeyLengthLimit = 256, ValueLengthLimit = 64 << 10)]
internal sealed class RecordFactModel(FactForms forms, RecordingDoor recording, DraftDoor drafts) : PageModel
{
    private const string Door = "page:record";

    public OpenForm Open { get; private set; } = null!;

    /// <summary>Made with the form: the same form sent twice is one fact.</summary>
    public string Token { get; private set; } = Guid.NewGuid().ToString("N");

    /// <summary>Whether somebody else corrected it after this form was opened.</summary>
    public bool WasOutdated { get; private set; }

    public bool IsQuick => Open.Change is null && RecordableKinds.IsQuick(Open.Kind);

    public string Readers(IStringLocalizer<Texts> T) => new FieldWords(T).ReadersOf(Open.Kind);

    public string Title => Open.Change is null ? Open.Kind.Title : $"Correct: {Open.Kind.Title}";

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, [FromRoute] string? kind, [FromRoute] string? fact, string? outdated, string? check, CancellationToken ct)
    {
        if (await OpenAsync(id, kind, fact, null, ct) is { } elsewhere) return elsewhere;
        if (Open.Latest is { } latest) return LocalRedirect($"{latest.Form}?outdated=yes");
        WasOutdated = outdated is not null;
        if (check is not null) await forms.CheckAsync(HttpContext.Caller(), Open, Door, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, [FromRoute] string? kind, [FromRoute] string? fact, [FromForm(Name = "do")] string? what, string? token, CancellationToken ct)
    {
        if (token is { Length: 32 }) Token = token;
        if (await OpenAsync(id, kind, fact, Typed.Of(Request.Form), ct) is { } elsewhere) return elsewhere;
        if (what is "later" or "keep" || Open.Latest is not null) return await KeepAsync(what, ct);
        if (what == "throw") return await ThrowAwayAsync(ct);
        if (IsQuick) return await RecordAsync(ct);
        if (await forms.CheckAsync(HttpContext.Caller(), Open, Door, ct) is null) return Page();
        return await drafts.KeepAsync(HttpContext.Caller(), Open.DraftOf, Open.Form.Typed.Fields, Door, ct) is null ? NotFound() : LocalRedirect(Open.Request.Check);
    }

    /// <summary>Null when the form is open.</summary>
    private async Task<IActionResult?> OpenAsync(string id, string? kind, string? fact, Typed? typed, CancellationToken ct)
    {
        if (RecordRequest.Of(id, kind, fact) is not { } request || await forms.OpenAsync(HttpContext.Caller(), request, typed, Door, ct) is not { } open) return NotFound();
        if (open.Journey.WentTo is { } survivor) return LocalRedirect((request with { Journey = survivor }).Form);
        Open = open;
        return null;
    }

    /// <summary>What was typed is kept; where somebody corrected the fact meanwhile, the form of that correction goes on with it.</summary>
    private async Task<IActionResult> KeepAsync(string? what, CancellationToken ct)
    {
        if (await drafts.KeepAsync(HttpContext.Caller(), Open.DraftOf, Open.Form.Typed.Fields, Door, ct) is null) return NotFound();
        return what == "keep" ? new NoContentResult() : Open.Latest is { } latest && what != "later" ? LocalRedirect($"{latest.Form}?outdated=yes") : LocalRedirect("/record?kept=yes");
    }

    private async Task<IActionResult> ThrowAwayAsync(CancellationToken ct)
    {
        if (await drafts.FindAsync(HttpContext.Caller(), Open.DraftOf, Door, ct) is { } draft) await drafts.ThrowAwayAsync(HttpContext.Caller(), draft.Id, ct);
        return LocalRedirect($"/journeys/{Open.Request.Journey}");
    }

    private async Task<IActionResult> RecordAsync(CancellationToken ct)
    {
        if (Open.Form.Read() is not { } fact) return Page();
        switch (await recording.RecordAsync(HttpContext.Caller(), new Submission(Open.Request.Journey, fact, RecordRequest.Source(Token)), Door, ct))
        {
            case SubmissionOutcome.Recorded recorded:
                if (await drafts.FindAsync(HttpContext.Caller(), Open.DraftOf, Door, ct) is { } draft) await drafts.ThrowAwayAsync(HttpContext.Caller(), draft.Id, ct);
                return LocalRedirect(Open.Request.Recorded(recorded.Placed.Id));
            case SubmissionOutcome.Refused refused:
                Open.Form.Refuse(refused.Why);
                break;
        }

        return Page();
    }
}
