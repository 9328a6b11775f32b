using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Forms;
using JourneyTracker.Web.Recalls;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Recalls;

/// <summary>A colleague reads what is proposed, and countersigns it or does not agree.</summary>
internal sealed class RecallCountersignModel(RecallDoor door, IStringLocalizer<Texts> T) : PageModel
{
    private const string Door = "page:recall-countersign";
    private readonly Dictionary<string, string> wrong = [];

    public RecallReading Recall { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Wrong => wrong;

    public string? Role { get; private set; }

    public string? Agrees { get; private set; }

    /// <summary>What is proposed, as the form of it reads.</summary>
    public IReadOnlyList<RecallPart> Parts => new RecallFields(T, RecallTyped.Of(Recall.Proposal!.Says), Wrong, [.. Domain.Codes.CodeList.LicenceConditions.All.Select(c => c.Value)], Domain.Recalls.RecallQuestion.All).Parts;

    public IReadOnlyList<FormField> Fields =>
    [
        new("role", T["In what role do you countersign?"], null, Role, Wrong) { Kind = FieldKind.One, Choices = Codes.Choices<CountersigningRole>() },
        new("agrees", T["Do you agree?"], T["If you do not, it has to be considered anew."], Agrees, Wrong) { Kind = FieldKind.One, Choices = [new("yes", T["Yes, I countersign"]), new("no", T["No"])] },
    ];

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, [FromForm] string? role, [FromForm] string? agrees, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct)) return NotFound();
        (Role, Agrees) = (role, agrees);
        if (Codes.Read<CountersigningRole>(role) is not { } known) wrong["role"] = T["Choose in what role you countersign"];
        else if (agrees is "yes" or "no")
        {
            var outcome = await door.CountersignAsync(HttpContext.Caller(), Recall.Journey.Id, known, agrees == "yes", Door, ct);
            if (outcome is SubmissionOutcome.Recorded) return LocalRedirect($"/journeys/{Recall.Journey.Id}/recall");
            if (outcome is SubmissionOutcome.Refused { Why: var why }) wrong["role"] = why.Rule == Rule.VersionConflict ? T["Something was recorded meanwhile. Read it once more."] : $"{why.What} {why.How}";
        }

        if (agrees is not ("yes" or "no")) wrong["agrees"] = T["Choose whether you agree"];
        return Page();
    }

    private async Task<bool> ReadAsync(string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey) || await door.ReadAsync(HttpContext.Caller(), journey, Door, ct) is not { Proposal: { Needed: > 0 } } recall) return false;
        Recall = recall;
        return Domain.Access.MaySee.Record(HttpContext.Caller(), HttpContext.Caller().Partnership);
    }
}
