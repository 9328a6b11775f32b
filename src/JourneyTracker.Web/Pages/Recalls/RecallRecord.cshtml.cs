using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Forms;
using JourneyTracker.Web.Recalls;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Recalls;

/// <summary>Records a recall that two colleagues have countersigned.</summary>
internal sealed class RecallRecordModel(RecallDoor door, TimeProvider clock, IStringLocalizer<Texts> T) : PageModel
{
    private const string Door = "page:recall-record";
    private readonly Dictionary<string, string> wrong = [];

    public RecallReading Recall { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Wrong => wrong;

    private string? Kind { get; set; }

    private string? Purpose { get; set; }

    private TypedDay Revoked { get; set; } = TypedDay.None;

    private DateOnly Today => LondonDay.Of(clock.GetUtcNow());

    public IReadOnlyList<FormField> Fields =>
    [
        new("kind", T["Which kind of recall is it?"], T["By what was answered, the law leads to what stands here."], Kind, Wrong) { Kind = FieldKind.One, Choices = [.. Kinds.Select(k => new Choice(k, CodeList.RecallTypes.LabelOf(k)))] },
        new("purpose", T["What is it for?"], null, Purpose, Wrong) { Kind = FieldKind.One, Choices = Codes.Choices(RecallPurpose.NotRecorded) },
        new("revokedOn", T["When was her licence revoked?"], T["For example, 27 3 2026"], null, Wrong) { Kind = FieldKind.Day, Day = Revoked },
    ];

    /// <summary>What the law leads to by the answers on record; every kind when nobody can say.</summary>
    private IReadOnlyList<string> Kinds
    {
        get
        {
            var answers = Recall.Proposal!.Says.LawAnswers is { IsOpen: true } open ? open.Value.ToDictionary(a => a.Question, a => a.Yes) : [];
            return Recall.RequiredOn(Today, answers)?.Kinds ?? [.. CodeList.RecallTypes.All.Select(k => k.Value).Where(k => k is not ("NONE" or "EMERGENCY"))];
        }
    }

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct)) return NotFound();
        (Kind, Revoked) = (Kinds is [var only] ? only : null, TypedDay.Of(Today));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, [FromForm] string? kind, [FromForm] string? purpose, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct)) return NotFound();
        (Kind, Purpose, Revoked) = (kind, purpose, TypedDay.Of(await Request.ReadFormAsync(ct), "revokedOn"));
        if (kind is null || !Kinds.Contains(kind)) wrong["kind"] = T["Choose which kind of recall it is"];
        if (Codes.Read<RecallPurpose>(purpose) is not { } what) wrong["purpose"] = T["Choose what it is for"];
        else if (Revoked.Read(T["The day her licence was revoked"]) is var (day, mend) && mend is not null) wrong["revokedOn"] = mend;
        else if (wrong.Count == 0)
        {
            var says = Recall.Proposal!.Says;
            var recalled = new Recalled(kind!, Purpose: what, Reason: says.Trigger, RevokedOn: day, NotCompliedWith: says.NotCompliedWith, HealthConditionsNotCompliedWith: says.HealthConditionsNotCompliedWith) { HappenedOn = Today };
            switch (await door.RecallAsync(HttpContext.Caller(), Recall.Journey.Id, recalled, Door, ct))
            {
                case SubmissionOutcome.Recorded:
                    return LocalRedirect($"/journeys/{Recall.Journey.Id}/recall");
                case SubmissionOutcome.Refused { Why: var why }:
                    wrong[why.Where ?? "kind"] = $"{why.What} {why.How}";
                    break;
            }
        }

        return Page();
    }

    private async Task<bool> ReadAsync(string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey) || await door.ReadAsync(HttpContext.Caller(), journey, Door, ct) is not { MayRecordRecall: true } recall) return false;
        Recall = recall;
        return true;
    }
}
