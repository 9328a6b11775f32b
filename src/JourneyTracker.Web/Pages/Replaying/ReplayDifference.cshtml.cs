using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Replaying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Replaying;

/// <summary>Two moments of one journey side by side: what is different, and which facts made it.</summary>
internal sealed class ReplayDifferenceModel(ReadingDoor door, TimeProvider clock, IStringLocalizer<Texts> T) : PageModel
{
    private readonly MomentTexts texts = new(T, clock.GetUtcNow());

    public JourneyId Id { get; private set; }

    /// <summary>Null when the form has to be mended first.</summary>
    public JourneyComparison? Comparison { get; private set; }

    public string? Name { get; private set; }

    /// <summary>The texts of the form, as they were given.</summary>
    public IReadOnlyDictionary<string, string?> Typed { get; private set; } = new Dictionary<string, string?>();

    public bool IsPrint { get; private set; }

    public IReadOnlyDictionary<string, string> Wrong => texts.Wrong;

    private (DateOnly AsAt, DateTimeOffset KnownAt) First { get; set; }

    public string Here => ReplayAddress.Difference(Id, First, (Comparison!.To.AsAt, Comparison.To.KnownAt));

    public string FirstInWords => T["{0}, as known at {1}", Words.Of(First.AsAt), Words.Of(First.KnownAt)];

    public string SecondInWords => T["{0}, as known at {1}", Words.Of(Comparison!.To.AsAt), Words.Of(Comparison.To.KnownAt)];

    public PrintHead Print => new(
        T["Difference between two moments of a journey"], Id.Pseudonym,
        [T["First moment: {0}", FirstInWords], T["Second moment: {0}", SecondInWords], T["Position {0} of the journal", Comparison!.To.Position]],
        $"{HttpContext.Caller().Person}, {HttpContext.Caller().Agency}", clock.GetUtcNow(), Here);

    public async Task<IActionResult> OnGetAsync(string id, string? fromAsAt, string? fromKnownAt, string? asAt, string? knownAt, string? print, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey)) return NotFound();
        Id = journey;
        Typed = new Dictionary<string, string?> { ["fromAsAt"] = fromAsAt, ["fromKnownAt"] = fromKnownAt, ["asAt"] = asAt, ["knownAt"] = knownAt };
        var now = clock.GetUtcNow();
        var first = (Day: texts.Day("fromAsAt", fromAsAt), Instant: texts.Instant("fromKnownAt", fromKnownAt));
        var second = (Day: texts.Day("asAt", asAt), Instant: texts.Instant("knownAt", knownAt));
        if ((first.Instant ?? now) > (second.Instant ?? now)) texts.Refuse("knownAt", T["The second moment must be known at the same time as the first, or later"]);
        IsPrint = print is not null && Wrong.Count == 0;
        var name = IsPrint ? "print:difference" : "page:difference";
        // Without a first day both are looked at on one day, so that what differs is what was known.
        var day = LondonDay.Of(second.Instant is { } instant && instant < now ? instant : now);
        First = (first.Day ?? second.Day ?? day, first.Instant ?? now);
        var compared = Wrong.Count > 0 ? (now, now) : (First.KnownAt, second.Instant ?? now);
        var comparison = await door.CompareAsync(HttpContext.Caller(), journey, (First.AsAt, compared.Item1), (second.Day ?? day, compared.Item2), name, ct);
        // Nothing was on record at either moment: whether there is a journey at all, the whole of it tells.
        if (comparison is null && await door.JourneyAsync(HttpContext.Caller(), journey, null, null, name, ct) is null) return NotFound();
        if (comparison is null) texts.Refuse("knownAt", T["Nothing of her was on record by then: choose a later moment"]);
        Name = comparison?.To.Name;
        if (Wrong.Count == 0) Comparison = comparison;
        return Page();
    }
}
