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

/// <summary>Joins two journeys that are one woman's: a person looks at both first, chooses which stays, and says why.</summary>
internal sealed class MergeModel(FindingDoor finding, ReadingDoor reading, MergingDoor merging, IStringLocalizer<Texts> texts) : PageModel
{
    private const string Door = "page:merge";
    private readonly IStringLocalizer<Texts> T = texts;
    private string? keep;
    private string? why;
    private string? note;

    public JourneyId Id { get; private set; }

    /// <summary>The other journey, as it was named.</summary>
    public string? With { get; private set; }

    /// <summary>Both; null while the other is not named, or not found.</summary>
    public SideBySide? Both { get; private set; }

    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    public FormField Other => new("with", T["Reference of the other journey"].Value, T["For example, {0}", "W-7F3K2Q"].Value, With, Wrong);

    public IReadOnlyList<FormField> Fields =>
    [
        new("keep", T["Under which is she known from now on?"].Value, T["The other is read as part of it."].Value, keep, Wrong)
        {
            Kind = FieldKind.One, Choices = [.. new[] { Both!.First, Both.Second }.Select(s => new Choice(s.Journey.ToString(), s.Journey.Pseudonym, s.Person.Name))],
        },
        new("why", T["What shows that they are one woman's?"].Value, null, why, Wrong) { Kind = FieldKind.One, Choices = ReasonChoices.OfMerge(T) },
        new("note", T["In your words (optional)"].Value, T["Your words are kept sealed."].Value, note, Wrong, Rows: 3),
    ];

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, string? with, CancellationToken ct) =>
        JourneyId.TryParse(id, null, out var journey) && await FindAsync(journey, with, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, [FromForm] string? with, [FromForm] string? keep, [FromForm] string? why, [FromForm] string? note, CancellationToken ct)
    {
        (this.keep, this.why, this.note) = (keep, why, note);
        if (!JourneyId.TryParse(id, null, out var journey) || !await FindAsync(journey, with, ct)) return NotFound();
        if (Both is null) return Page();
        var stays = new[] { Both.First.Journey, Both.Second.Journey }.Where(j => j.ToString() == keep).ToList();
        Wrong = Mistakes(stays.Count > 0, ReasonChoices.OfMerge(T).Any(c => c.Value == why)).ToDictionary();
        if (Wrong.Count > 0) return Page();
        var goes = stays[0] == Both.First.Journey ? Both.Second.Journey : Both.First.Journey;
        var outcome = await merging.MergeAsync(HttpContext.Caller(), stays[0], goes, Enum.Parse<MergeReason>(why!), string.IsNullOrWhiteSpace(note) ? null : Protected.Of(note), Door, ct);
        if (outcome is SubmissionOutcome.Recorded) return LocalRedirect($"/journeys/{stays[0]}");
        var refused = ((SubmissionOutcome.Refused)outcome).Why;
        if (refused.Rule == Rule.UnknownJourney) return NotFound();
        Wrong = new Dictionary<string, string> { ["keep"] = $"{refused.What} {refused.How}" };
        return Page();
    }

    private IEnumerable<KeyValuePair<string, string>> Mistakes(bool stays, bool hasReason)
    {
        if (!stays) yield return new("keep", T["Choose under which she is known from now on"].Value);
        if (!hasReason) yield return new("why", T["Choose what shows that they are one woman's"].Value);
        if (note?.Length > ReasonChoices.LongestNote) yield return new("note", T["Your words must be {0} characters or fewer", ReasonChoices.LongestNote].Value);
    }

    /// <summary>Whether the caller may know of the first; the other is found or is not.</summary>
    private async Task<bool> FindAsync(JourneyId journey, string? with, CancellationToken ct)
    {
        var caller = HttpContext.Caller();
        (Id, With) = (journey, with);
        if (!string.IsNullOrWhiteSpace(with) && await finding.NamedAsync(caller, with, ct) is { } other && other != journey) Both = await finding.CompareAsync(caller, journey, other, Door, ct);
        if (Both is not null) return true;
        if (await reading.JourneyAsync(caller, journey, null, null, Door, ct) is null) return false;
        if (with is not null) Wrong = new Dictionary<string, string> { ["with"] = T["Enter the reference of another journey that you may see"].Value };
        return true;
    }
}
