using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Today;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Boards;

/// <summary>Of the women whose cards are on a screen, those for whom something is due: all that a card may say (safeguards S7). What it is stands on the page Today.</summary>
internal sealed class BoardDueModel(TodayDoor door, IAccessLog log, TimeProvider clock) : PageModel
{
    /// <summary>The most women that are asked for at once.</summary>
    public const int Most = 40;

    public IReadOnlySet<JourneyId> Due { get; private set; } = new HashSet<JourneyId>();

    /// <param name="j">The women.</param>
    /// <param name="ct">Cancels.</param>
    public async Task OnGetAsync(string[]? j, CancellationToken ct)
    {
        var women = (j ?? []).Select(id => JourneyId.TryParse(id, null, out var journey) ? journey : (JourneyId?)null).OfType<JourneyId>().Distinct().Take(Most).ToList();
        await log.WriteAsync([new AccessEntry(clock.GetUtcNow(), HttpContext.Caller(), AccessOperation.Consultation, null, "page:board/due", $"action due, {women.Count} women")], ct);
        Due = await door.ActionDueAsync(HttpContext.Caller(), women, ct);
    }
}
