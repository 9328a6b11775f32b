using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Journeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Journeys;

/// <summary>
/// Her passport: a sheet of hers, so that she need not tell her story again (safeguards S9). She chooses each part, and whether it is put on paper at all. Nothing stands in it
/// that others told, no address or number, none of the two disclosures and nobody's name but her own; her plan stands in it in her words, whatever they are.
/// </summary>
internal sealed class PassportModel(ReadingDoor door, IStringLocalizer<Texts> T) : PageModel
{
    private const string Paper = "paper";
    private const string Screen = "screen";

    public HerRecord Record { get; private set; } = null!;

    /// <summary>What she chose.</summary>
    public IReadOnlyList<PassportPart> Parts { get; private set; } = [];

    /// <summary>On paper, or on the screen alone; nothing while she has not said.</summary>
    public string? On { get; private set; }

    public bool IsPrinted => On == Paper;

    /// <summary>What is missing, by field.</summary>
    public Dictionary<string, string> Wrong { get; } = [];

    /// <summary>Whether the sheet is shown, and not what can be chosen.</summary>
    public bool IsMade { get; private set; }

    public IEnumerable<(PassportPart Part, string Label, string Hint)> Choices =>
    [
        (PassportPart.Name, T["My name"], T["As she uses it."]),
        (PassportPart.Meeting, T["What helps me when we meet"], T["An interpreter, to be seen by a woman, childcare."]),
        (PassportPart.Plan, T["My plan"], T["In her words, as they were written. Read it through together: a name or an address in it would be in the sheet too."]),
        (PassportPart.Support, T["What I want support with"], T["As she said. Abuse and sex work are never in it."]),
        (PassportPart.Services, T["Services that work with me"], T["Their names alone, nobody's who works there. A service's name can tell of her."]),
        (PassportPart.Dates, T["My dates"], T["Days to come, as the law has them."]),
        (PassportPart.Conditions, T["My conditions"], T["In the words of the licence or order, without those about health."]),
    ];

    public SafeWays? Meeting => Record.Last<SafeContact>() is { Fact.Ways: { IsOpen: true } ways } ? ways.Value : null;

    public PlanAgreed? Plan => Record.Last<PlanAgreed>() is { Fact: { Words.IsOpen: true } plan } ? plan : null;

    /// <summary>Pathways on which she said that she wants support, but for the two that are hers to disclose (safeguards S3).</summary>
    public IEnumerable<string> Support => Record.Whole.Pathways.Pathways.Pathways
        .Where(p => !NeedsAssessed.Disclosures.Contains(p.Code) && p.Need.Now is NeedAnswer.SupportNeeded or NeedAnswer.UrgentSupportNeeded).Select(p => p.Name);

    public IEnumerable<string> Services => Record.Workers.Select(w => w.Agency).Distinct(StringComparer.Ordinal);

    /// <summary>Days to come that are known exactly.</summary>
    public IEnumerable<(string What, DateOnly Day)> Dates => Record.Whole.Dates.Where(m => !Record.IsAbout(m.Facts))
        .SelectMany(m => m.Answer.Dates).Where(d => d.Actual >= Record.Journey.AsAt).OrderBy(d => d.Actual).Select(d => (d.Kind.Name, d.Actual));

    public IEnumerable<string> Conditions => (Record.Last<ConditionsSet>()?.Fact.Conditions ?? []).Select(c => CodeList.LicenceConditions.LabelOf(c));

    public bool Has(PassportPart part) => Parts.Contains(part);

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, string[]? part, string? on, bool made, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey) || await door.WholeAsync(HttpContext.Caller(), journey, null, null, "page:passport", ct) is not { Journey.WentTo: null } whole) return NotFound();
        Record = new HerRecord(whole);
        Parts = [.. (part ?? []).Select(p => Enum.TryParse<PassportPart>(p, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : (PassportPart?)null).OfType<PassportPart>().Distinct()];
        On = on is Paper or Screen ? on : null;
        if (made && Parts.Count == 0) Wrong["parts"] = T["Choose what she wants in it."];
        if (made && On is null) Wrong["on"] = T["Choose whether she wants it on paper."];
        IsMade = made && Wrong.Count == 0;
        return Page();
    }
}

/// <summary>A part of her passport.</summary>
internal enum PassportPart
{
    Name,
    Meeting,
    Plan,
    Support,
    Services,
    Dates,
    Conditions,
}
