using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Recalls;

/// <summary>The letter that tells her what was decided, in plain words and without the name of anybody who decided.</summary>
internal sealed class RecallLetterModel(RecallDoor door, TimeProvider clock) : PageModel
{
    public RecallReading Recall { get; private set; } = null!;

    public DateOnly Today => LondonDay.Of(clock.GetUtcNow());

    public bool IsRecall => Recall.Proposal!.Says.Decision == RecallDecision.Recall;

    /// <summary>The kind that was recorded, or the one that the law leads to; null when neither is known.</summary>
    public string? Kind => (Recall.Proposal!.Recalled?.Fact as Recalled)?.Kind ?? Recall.Proposal.Says.Law?.Kind;

    public IReadOnlyList<RecallRight> Rights => IsRecall && Kind is { } kind ? [.. RecallRight.Of(kind)] : [];

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey) || await door.ReadAsync(HttpContext.Caller(), journey, "print:recall-letter", ct) is not { MayPropose: true, Proposal.IsSigned: true } recall) return NotFound();
        Recall = recall;
        return Page();
    }
}
