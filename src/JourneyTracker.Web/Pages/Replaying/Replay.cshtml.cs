using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.Dates;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Replaying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Replaying;

/// <summary>One woman's journey, step by step: as at a day, as known at an instant, by the law of a day.</summary>
internal sealed class ReplayModel(ReadingDoor door, TimeProvider clock, IStringLocalizer<Texts> T) : PageModel
{
    private readonly MomentTexts texts = new(T, clock.GetUtcNow());

    public SteppedReplay Replay { get; private set; } = null!;

    public string? Name => Replay.Replay?.Reading.Name;

    /// <summary>The texts of the form, as they were given.</summary>
    public string? AsAt { get; private set; }

    public string? KnownAt { get; private set; }

    public string? LawOn { get; private set; }

    /// <summary>The day whose law was asked for; null when none was.</summary>
    public DateOnly? LawAsked { get; private set; }

    /// <summary>The day whose law applies: that of what was known, when none was asked for.</summary>
    public DateOnly LawDay => LawAsked ?? LondonDay.Of(Replay.KnownAt < Now ? Replay.KnownAt : Now);

    public bool IsPrint { get; private set; }

    public IReadOnlyDictionary<string, string> Wrong => texts.Wrong;

    private DateTimeOffset Now => clock.GetUtcNow();

    public string Here => ReplayAddress.Of(Replay.Id, Replay.AsAt, Replay.KnownAt, LawAsked, Replay.Order);

    public IEnumerable<Matter> OpenMatters => Replay.Replay!.Reading.Status.Matters.Where(m => m.IsOpenOn(Replay.AsAt)).OrderBy(m => m.On(Replay.AsAt)!.Stage);

    /// <summary>Whether a day that it rests on is known to the month only, or not at all: what is reckoned from it is no more exact.</summary>
    public bool IsAbout(DatedMatter matter) => Replay.Replay!.Reading.Timeline.Any(e => matter.Facts.Contains(e.Id) && e.Now.HappenedOn.Precision >= Precision.Month);

    public IReadOnlyList<DatedMatter> Dates => HerDates.Of(HeldFacts.Of(Replay.Replay!.Reading), LawOfDay.Of(LawDay));

    /// <summary>The conditions of her licence or supervision that were set last, and their explanation since.</summary>
    public (TimelineEntry? Set, TimelineEntry? Explained) Conditions
    {
        get
        {
            var effective = Replay.Replay!.Effective;
            var set = effective.LastOrDefault(e => e.Now.Fact is ConditionsSet);
            return (set, set is null ? null : effective.SkipWhile(e => e != set).FirstOrDefault(e => e.Now.Fact is ConditionsExplained));
        }
    }

    public PrintHead Print => new(
        T["Replay of a journey"], Replay.Pseudonym,
        [
            T["As at {0}", Words.Of(Replay.AsAt)], T["As known at {0}", Words.Of(Replay.KnownAt)], T["Law of {0}", Words.Of(LawDay)], T["Position {0} of the journal", Replay.Position],
        ],
        $"{HttpContext.Caller().Person}, {HttpContext.Caller().Agency}", Now, Here);

    public async Task<IActionResult> OnGetAsync(
        string id, string? asAt, string? knownAt, string? lawOn, string? order, int? step, string? print, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey)) return NotFound();
        (AsAt, KnownAt, LawOn, IsPrint) = (asAt, knownAt, lawOn, print is not null);
        LawAsked = texts.Day("lawOn", lawOn);
        var asked = new ReplayAsked(texts.Day("asAt", asAt), texts.Instant("knownAt", knownAt), order == "recorded" ? ReplayOrder.Recorded : ReplayOrder.Happened, step);
        if (await door.StepAsync(HttpContext.Caller(), journey, asked, IsPrint ? "print:replay" : "page:replay", ct) is not { } replay) return NotFound();
        Replay = replay;
        if (Wrong.Count == 0 && step is not null) (AsAt, KnownAt) = (Words.Iso(replay.AsAt), replay.Order == ReplayOrder.Recorded || !string.IsNullOrWhiteSpace(knownAt) ? ReplayAddress.Text(replay.KnownAt) : null);
        return Page();
    }
}
