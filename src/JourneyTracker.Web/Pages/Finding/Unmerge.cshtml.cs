using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Finding;
using JourneyTracker.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Finding;

/// <summary>Parts a journey again from the one as part of which it is read.</summary>
internal sealed class UnmergeModel(ReadingDoor reading, MergingDoor merging, IStringLocalizer<Texts> texts) : PageModel
{
    private const string Door = "page:unmerge";
    private readonly IStringLocalizer<Texts> T = texts;
    private string? why;
    private string? note;

    public JourneyReading Journey { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<FormField> Fields =>
    [
        new("why", T["Why are they parted again?"].Value, null, why, Wrong) { Kind = FieldKind.One, Choices = ReasonChoices.OfUnmerge(T) },
        new("note", T["In your words (optional)"].Value, T["Your words are kept sealed."].Value, note, Wrong, Rows: 3),
    ];

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, [FromForm] string? why, [FromForm] string? note, CancellationToken ct)
    {
        (this.why, this.note) = (why, note);
        if (!await FindAsync(id, ct)) return NotFound();
        if (Journey.WentTo is null) return Page();
        if (ReasonChoices.OfUnmerge(T).All(c => c.Value != why)) Wrong = new Dictionary<string, string> { ["why"] = T["Choose why they are parted again"].Value };
        else if (note?.Length > ReasonChoices.LongestNote) Wrong = new Dictionary<string, string> { ["note"] = T["Your words must be {0} characters or fewer", ReasonChoices.LongestNote].Value };
        if (Wrong.Count > 0) return Page();
        var outcome = await merging.UnmergeAsync(HttpContext.Caller(), Journey.Id, Enum.Parse<CorrectionReason>(why!), string.IsNullOrWhiteSpace(note) ? null : Protected.Of(note), Door, ct);
        if (outcome is SubmissionOutcome.Recorded) return LocalRedirect($"/journeys/{Journey.Id}");
        var refused = ((SubmissionOutcome.Refused)outcome).Why;
        if (refused.Rule == Rule.UnknownJourney) return NotFound();
        Wrong = new Dictionary<string, string> { ["why"] = $"{refused.What} {refused.How}" };
        return Page();
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey) || await reading.JourneyAsync(HttpContext.Caller(), journey, null, null, Door, ct) is not { } found) return false;
        Journey = found;
        return true;
    }
}
