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

/// <summary>Records that her recall was explained to her: how, by whom, and with what help to understand.</summary>
internal sealed class RecallExplainedModel(RecallDoor door, TimeProvider clock, IStringLocalizer<Texts> T) : PageModel
{
    private const string Door = "page:recall-explained";
    private readonly Dictionary<string, string> wrong = [];

    public RecallReading Recall { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Wrong => wrong;

    private string? How { get; set; }

    private string? Interpreter { get; set; }

    private string? Understood { get; set; }

    public IReadOnlyList<FormField> Fields =>
    [
        new("how", T["How was it explained?"], null, How, Wrong) { Kind = FieldKind.One, Choices = Codes.Choices(ExplainedBy.NotRecorded) },
        new("interpreter", T["Was an interpreter there, an easy read version, or another help to understand?"], null, Interpreter, Wrong) { Kind = FieldKind.One, Choices = Codes.Choices<YesNoAnswer>(YesNoAnswer.PrefersNotToSay, YesNoAnswer.NotAsked) },
        new("understood", T["Does she say that she understood it?"], T["Why, for how long, and what she can do about it."], Understood, Wrong) { Kind = FieldKind.One, Choices = Codes.Choices<YesNoAnswer>() },
    ];

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, [FromForm] string? how, [FromForm] string? interpreter, [FromForm] string? understood, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct)) return NotFound();
        (How, Interpreter, Understood) = (how, interpreter, understood);
        if (Codes.Read<ExplainedBy>(how) is not { } means) wrong["how"] = T["Choose how it was explained"];
        else
        {
            var explained = new RecallExplained(Codes.Read<YesNoAnswer>(understood) ?? YesNoAnswer.NotAsked, means, Codes.Read<YesNoAnswer>(interpreter) ?? YesNoAnswer.NotAsked) { HappenedOn = LondonDay.Of(clock.GetUtcNow()) };
            var outcome = await door.ExplainAsync(HttpContext.Caller(), Recall.Journey.Id, explained, Door, ct);
            if (outcome is SubmissionOutcome.Recorded) return LocalRedirect($"/journeys/{Recall.Journey.Id}/recall");
            wrong["how"] = ((SubmissionOutcome.Refused)outcome).Why.What;
        }

        return Page();
    }

    private async Task<bool> ReadAsync(string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey) || await door.ReadAsync(HttpContext.Caller(), journey, Door, ct) is not { MayPropose: true, Proposal.Recalled: not null } recall) return false;
        Recall = recall;
        return true;
    }
}
