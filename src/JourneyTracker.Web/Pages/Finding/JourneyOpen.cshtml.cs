using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Finding;
using JourneyTracker.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Finding;

/// <summary>Opens a journey by hand. Women who may be the same are shown first.</summary>
internal sealed class JourneyOpenModel(
    FindingDoor finding, RecordingDoor recording, IdentifyingDoor identifying, SealedSearches searches, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    private const string Door = "page:journey-open";
    private readonly IStringLocalizer<Texts> T = texts;

    public NewJourney Said { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    /// <summary>Women who may be the same; null while they are not asked about.</summary>
    public WomenFound? Alike { get; private set; }

    public IReadOnlyList<FormField> Fields =>
    [
        new("name", T["Name"].Value, T["As she uses it"].Value, Said.Name, Wrong),
        new("aliases", T["Other names she is or was known by"].Value, T["Each on its own line"].Value, Said.Aliases, Wrong, Rows: 3),
        new("born", T["Date of birth"].Value, T["For example, 27 3 1990"].Value, null, Wrong) { Kind = FieldKind.Day, Day = Said.Born },
        Number(PersonNumbers.Pnc, T["PNC number"].Value, "2003/0011985X"),
        Number(PersonNumbers.Cro, T["CRO number"].Value, "265416/21G"),
        Number(PersonNumbers.Crn, T["CRN"].Value, "X123456"),
        Number(PersonNumbers.Prison, T["Prison number"].Value, "A1234BC"),
        new("area", T["Police force area she is known in"].Value, null, Said.Area, Wrong) { Kind = FieldKind.OneOfMany, Choices = [.. CodeList.PoliceForceAreas.All.Select(a => new Choice(a.Value, a.Label))] },
    ];

    private DateOnly Today => LondonDay.Of(clock.GetUtcNow());

    public void OnGet([FromQuery(Name = "for")] string? sealedSearch) => Said = NewJourney.After(searches.Open(HttpContext.Caller(), sealedSearch));

    public async Task<IActionResult> OnPostAsync([FromForm] string? then, CancellationToken ct)
    {
        Said = NewJourney.Of(Request.Form);
        (var who, Wrong) = Said.Read(Today);
        if (Wrong.Count > 0 || then == "change") return Page();
        if (then == "open") return await OpenAsync(who);
        Alike = await finding.AlikeAsync(HttpContext.Caller(), who, Door, ct);
        if (Alike is null) return NotFound();
        return Alike.Women.Count > 0 ? Page() : await OpenAsync(who);
    }

    /// <summary>Once begun it is not broken off: a journey without a name would be left.</summary>
    private async Task<IActionResult> OpenAsync(PersonIdentity who)
    {
        var caller = HttpContext.Caller();
        var opening = new JourneyOpened(OpenedBy.Hand, string.IsNullOrEmpty(Said.Area) ? null : Said.Area) { HappenedOn = Today };
        var outcome = await recording.RecordAsync(caller, new Submission(null, opening, new SourceReference("form", Said.Form.ToString())), Door, CancellationToken.None);
        if (outcome is not SubmissionOutcome.Recorded recorded) return Refused(((SubmissionOutcome.Refused)outcome).Why);
        var (known, why) = await identifying.AddAsync(caller, recorded.Journey, who, Door, CancellationToken.None);
        return known is null ? Refused(why!) : LocalRedirect($"/journeys/{recorded.Journey}");
    }

    private PageResult Refused(Refusal why)
    {
        Wrong = new Dictionary<string, string> { ["name"] = $"{why.What} {why.How}" };
        return Page();
    }

    private FormField Number(string kind, string label, string example) => new(kind, label, T["For example, {0}", example].Value, Said.Numbers[kind], Wrong);
}
