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

/// <summary>A service that works with her tells what has gone well, since her practitioner asked.</summary>
internal sealed class GoneWellModel(GoneWellDoor door, IStringLocalizer<Texts> T) : PageModel
{
    private const string Door = "page:gone-well";
    private readonly Dictionary<string, string> wrong = [];

    public JourneyReading Journey { get; private set; } = null!;

    public GoneWellAsked Asked { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Wrong => wrong;

    private string? Attended { get; set; }

    private string? WorkingOn { get; set; }

    private string? WouldHelp { get; set; }

    public IReadOnlyList<FormField> Fields =>
    [
        new("attended", T["Does she come, and take part?"], null, Attended, Wrong)
        {
            Kind = FieldKind.One,
            Choices =
            [
                new(Codes.Of(EngagementAnswer.Engaged), T["Yes"]), new(Codes.Of(EngagementAnswer.SomeEngagement), T["Sometimes"]), new(Codes.Of(EngagementAnswer.NothingToTell), T["There is nothing to tell yet"]),
                new(Codes.Of(EngagementAnswer.NotItsToTell), T["It is not ours to tell"]),
            ],
        },
        new("workingOn", T["What is she working on, or doing well?"], T["It is kept sealed."], WorkingOn, Wrong, Rows: 3),
        new("wouldHelp", T["What would help her now?"], T["It is kept sealed."], WouldHelp, Wrong, Rows: 3),
    ];

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, [FromForm] string? attended, [FromForm] string? workingOn, [FromForm] string? wouldHelp, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct)) return NotFound();
        (Attended, WorkingOn, WouldHelp) = (attended, workingOn, wouldHelp);
        if (Codes.Read<EngagementAnswer>(attended) is not { } answer || answer is EngagementAnswer.NotAsked or EngagementAnswer.NoAnswerYet)
        {
            wrong["attended"] = T["Choose whether she comes, or that it is not yours to tell"];
            return Page();
        }

        switch (await door.TellAsync(HttpContext.Caller(), Journey.Id, answer, Text(workingOn), Text(wouldHelp), Door, ct))
        {
            case SubmissionOutcome.Recorded:
                return LocalRedirect($"/journeys/{Journey.Id}");
            case SubmissionOutcome.Refused { Why.Rule: Rule.UnknownJourney }:
                return NotFound();
            case SubmissionOutcome.Refused { Why: var why }:
                wrong[why.Where ?? "attended"] = $"{why.What} {why.How}";
                return Page();
            case var other:
                throw new System.Diagnostics.UnreachableException($"{other.GetType().Name} is not an outcome.");
        }
    }

    private static Protected<string>? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Protected.Of(typed.Trim());

    private async Task<bool> ReadAsync(string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey) || await door.ReadAsync(HttpContext.Caller(), journey, Door, ct) is not var (read, asked)) return false;
        (Journey, Asked) = (read, asked);
        return true;
    }
}
