using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Recording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Recording;

/// <summary>What can be recorded of a woman: first what an agency like the caller's records most, then everything by the part of her journey.</summary>
internal sealed class RecordChooseModel(ReadingDoor door, IStringLocalizer<Texts> T) : PageModel
{
    public JourneyReading Journey { get; private set; } = null!;

    public IReadOnlyList<FactKind> Usual { get; private set; } = [];

    /// <summary>How she can be reached without harm, where the caller may know (safeguards S6).</summary>
    public (SafeContact Fact, HappenedOn When)? Safe => OpenForm.SafeContactOf(Journey);

    public IEnumerable<(string Words, IEnumerable<FactKind> Kinds)> Families => RecordableKinds.All.GroupBy(k => k.Family).Select(g => (WordsOf(g.Key).Value, g.AsEnumerable()));

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey) || await door.JourneyAsync(HttpContext.Caller(), journey, null, null, "page:record", ct) is not { } reading) return NotFound();
        if (reading.WentTo is { } survivor) return LocalRedirect($"/journeys/{survivor}/record");
        (Journey, Usual) = (reading, RecordableKinds.UsualFor(HttpContext.Caller().AgencyType));
        return Page();
    }

    private LocalizedString WordsOf(Family family) => family switch
    {
        Family.Herself => T["About her"],
        Family.Police => T["Police"],
        Family.Court => T["Court"],
        Family.Supervision => T["Supervision, licence and recall"],
        Family.Custody => T["Custody and release"],
        Family.Support => T["Support"],
        _ => T["Sharing, and who may know of her"],
    };
}
