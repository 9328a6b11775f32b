using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Replaying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Replaying;

/// <summary>Who could see a journey on a day, and who did; for auditors.</summary>
internal sealed class ReplaySightModel(SightDoor door, TimeProvider clock, IStringLocalizer<Texts> T) : PageModel
{
    private readonly MomentTexts texts = new(T, clock.GetUtcNow());

    public SightReading Sight { get; private set; } = null!;

    /// <summary>The day, as it was typed.</summary>
    public string? Day { get; private set; }

    public bool IsPrint { get; private set; }

    public IReadOnlyDictionary<string, string> Wrong => texts.Wrong;

    public string Here => ReplayAddress.With($"/journeys/{Sight.Journey}/replay/sight", ("day", Words.Iso(Sight.Day)));

    public PrintHead Print => new(
        T["Who could see a journey"], Sight.Journey.Pseudonym, [T["On {0}", Words.Of(Sight.Day)], T["Position {0} of the journal", Sight.Position]],
        $"{HttpContext.Caller().Person}, {HttpContext.Caller().Agency}", clock.GetUtcNow(), Here);

    public async Task<IActionResult> OnGetAsync(string id, string? day, string? print, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey)) return NotFound();
        (Day, IsPrint) = (day, print is not null);
        var asked = texts.Day("day", day) ?? LondonDay.Of(clock.GetUtcNow());
        if (await door.OnAsync(HttpContext.Caller(), journey, asked, IsPrint ? "print:sight" : "page:sight", ct) is not { } sight) return NotFound();
        Sight = sight;
        return Page();
    }
}
