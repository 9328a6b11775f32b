using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Today;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Journeys;
using JourneyTracker.Web.Replaying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Journeys;

/// <summary>One woman's journey, as at a day and as known at an instant.</summary>
internal sealed class JourneyModel(ReadingDoor door, GoneWellDoor goneWell, TodayDoor today, TimeProvider clock, IStringLocalizer<Texts> T) : PageModel
{
    public JourneyReading Journey => Record.Journey;

    public HerRecord Record { get; private set; } = null!;

    /// <summary>The family of facts that the timeline shows; null for all.</summary>
    public Family? Family { get; private set; }

    /// <summary>The families of which the timeline has something.</summary>
    public IEnumerable<Family> Families => Journey.Timeline.Where(e => e.Now.Fact is not null).Select(FamilyOf).Distinct().Order();

    public IEnumerable<TimelineEntry> Timeline => Family is null ? Journey.Timeline : Journey.Timeline.Where(e => e.Now.Fact is not null && FamilyOf(e) == Family);

    /// <summary>When the caller's service was asked what has gone well; null when it was not, or has answered.</summary>
    public GoneWellAsked? GoneWell { get; private set; }

    /// <summary>What the page Today shows of her to the caller; nothing at another moment than now.</summary>
    public IReadOnlyList<TodayEntry> Needs { get; private set; } = [];

    /// <summary>The texts of the form, as they were given.</summary>
    public string? AsAt { get; private set; }

    public string? KnownAt { get; private set; }

    public string? AsAtError { get; private set; }

    public string? KnownAtError { get; private set; }

    public bool IsAnotherMoment => AsAtError is null && KnownAtError is null && !(string.IsNullOrWhiteSpace(AsAt) && string.IsNullOrWhiteSpace(KnownAt));

    public IEnumerable<Matter> OpenMatters => Journey.Status.Matters.Where(m => m.IsOpenOn(Journey.AsAt)).OrderBy(m => m.On(Journey.AsAt)!.Stage);

    public IEnumerable<Matter> ClosedMatters => Journey.Status.Matters.Where(m => m.Until <= Journey.AsAt).OrderByDescending(m => m.Until);

    /// <summary>Whether something of her is kept back that the caller may open to keep a person safe.</summary>
    public bool MayOpen => Journey.Timeline.Any(e => e is { IsRestricted: false, Sight: < Sight.Seen }) && MaySee.Override(HttpContext.Caller(), HttpContext.Caller().Partnership);

    public bool MayRecord => MaySee.Record(HttpContext.Caller(), HttpContext.Caller().Partnership);

    public IEnumerable<Spell> Spells => Journey.Status.Spells.Reverse();

    /// <summary>The first day of something that a fact began, no more exactly than the fact says it.</summary>
    public string Began(DateOnly day, FactId? by) => Said(day, by) is { } when ? Words.Of(when) : Words.Of(day);

    public string Began(Spell spell) => spell.By is null && Journey.Status.Matters.FirstOrDefault(m => m.EndsByLaw && m.Until == spell.From) is { } ended
        ? WillEnd(spell.From, ended.OpenedBy)
        : Began(spell.From, spell.By);

    /// <summary>When something ends that no fact has ended, reckoned from a beginning that may not be known to the day.</summary>
    public string WillEnd(DateOnly day, FactId began) =>
        Journey.Timeline.Any(e => e.Id == began && e.Now.HappenedOn.Precision >= Precision.Month) ? $"about {Words.Of(HappenedOn.InMonth(day.Year, day.Month))}" : Words.Of(day);

    /// <summary>What the fact says of the day, when that is less than the day itself.</summary>
    public HappenedOn? Said(DateOnly day, FactId? by) =>
        Journey.Timeline.FirstOrDefault(e => e.Id == by)?.Now.HappenedOn is { Precision: >= Precision.Month } when && when.Day == day ? when : null;

    public async Task<IActionResult> OnGetAsync(string id, string? asAt, string? knownAt, string? family, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey)) return NotFound();
        (AsAt, KnownAt) = (asAt, knownAt);
        var texts = new MomentTexts(T, clock.GetUtcNow());
        var (day, instant) = (texts.Day("asAt", asAt), texts.Instant("knownAt", knownAt));
        (AsAtError, KnownAtError) = (texts.Wrong.GetValueOrDefault("asAt"), texts.Wrong.GetValueOrDefault("knownAt"));
        Family = Enum.TryParse<Family>(family, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : null;
        if (await door.WholeAsync(HttpContext.Caller(), journey, day, instant, "page:journey", ct) is not { } whole) return NotFound();
        Record = new HerRecord(whole);
        GoneWell = await goneWell.AwaitsAsync(HttpContext.Caller(), Journey, ct);
        if (!IsAnotherMoment && Journey.WentTo is null) Needs = await today.OfAsync(whole, ct);
        return Page();
    }

    /// <summary>The address of this page with another family of the timeline.</summary>
    public string AddressOf(Family? family)
    {
        var parts = new[] { ("asAt", AsAtError is null ? AsAt : null), ("knownAt", KnownAtError is null ? KnownAt : null), ("family", family?.ToString().ToLowerInvariant()) }
            .Where(p => !string.IsNullOrWhiteSpace(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}").ToList();
        return $"/journeys/{Journey.Id}{(parts.Count > 0 ? "?" + string.Join('&', parts) : "")}#timeline";
    }

    private static Family FamilyOf(TimelineEntry entry) => FactCatalogue.Of(entry.Now.Fact!).Family;
}
