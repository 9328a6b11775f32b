using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Forms;
using JourneyTracker.Web.Recording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Recording;

/// <summary>Takes a fact back that should not have been recorded at all.</summary>
internal sealed class WithdrawModel(ProposingDoor door, IStringLocalizer<Texts> T) : PageModel
{
    private const string Door = "page:withdraw";
    private const int LongestNote = 4_000;
    private string? why;
    private string? note;

    public FactToChange Change { get; private set; } = null!;

    public JourneyProposal? Proposal { get; private set; }

    public string Token { get; private set; } = Guid.NewGuid().ToString("N");

    public Dictionary<string, string> Wrong { get; } = [];

    public IReadOnlyList<FormField> Fields =>
    [
        new("why", T["Why it is withdrawn"], null, why, Wrong) { Kind = FieldKind.One, Choices = new ValueWords(T).Of(typeof(CorrectionReason)) },
        new("note", T["Anything to add"], T["Only what is needed. Kept sealed."], note, Wrong, Rows: 4),
    ];

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, [FromRoute] string fact, CancellationToken ct) => await FindAsync(id, fact, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, [FromRoute] string fact, string? why, string? note, string? token, CancellationToken ct)
    {
        (this.why, this.note) = (why, note);
        if (token is { Length: 32 }) Token = token;
        if (await FindAsync(id, fact, ct) is not { } named) return NotFound();
        var reason = Enum.GetValues<CorrectionReason>().Where(r => ValueWords.CodeOf(r.ToString()) == why).Cast<CorrectionReason?>().FirstOrDefault();
        if (reason is null) Wrong["why"] = T["Choose why it is withdrawn"];
        if (note?.Length > LongestNote) Wrong["note"] = T["The text must be {0} characters or fewer", LongestNote];
        if (Wrong.Count > 0) return Page();
        var outcome = await door.WithdrawAsync(
            HttpContext.Caller(), named.Journey, named.Fact, reason!.Value, string.IsNullOrWhiteSpace(note) ? null : note.ReplaceLineEndings("\n"), RecordRequest.Source(Token), Door, ct);
        if (outcome is SubmissionOutcome.Recorded) return LocalRedirect($"/journeys/{named.Journey}?recorded={named.Fact}");
        if (await FindAsync(id, fact, ct) is null) return NotFound();
        Wrong["why"] = T["It was changed meanwhile. Look at what is recorded now"];
        return Page();
    }

    private async Task<(JourneyId Journey, FactId Fact)?> FindAsync(string id, string fact, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey) || !FactId.TryParse(fact, null, out var named)) return null;
        if (await door.FindAsync(HttpContext.Caller(), journey, named, Door, ct) is not { } change) return null;
        Change = change;
        if (change is { IsOutdated: false, Entry.IsWithdrawn: false }) Proposal = await door.ProposeWithdrawalAsync(HttpContext.Caller(), journey, named, Door, ct);
        return (journey, named);
    }
}
