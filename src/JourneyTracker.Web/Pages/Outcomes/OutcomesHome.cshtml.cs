using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Outcomes;

/// <summary>What can be asked about outcomes, and of which state of the store.</summary>
internal sealed class OutcomesHomeModel(OutcomeDesk desk) : PageModel
{
    /// <summary>Null when nothing was built yet.</summary>
    public Generation? Generation { get; private set; }

    /// <summary>Whether the caller is answered from what was published.</summary>
    public bool IsPublished { get; private set; }

    public IReadOnlyList<FirstQuestion> First { get; private set; } = [];

    public IReadOnlyList<OutcomeKind> Kinds => OutcomeDesk.KindsFor(HttpContext.Caller());

    public static int Answered => MeasureList.All.Count(m => m.State == MeasureState.Answered);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (var may, Generation) = await desk.LookAsync(HttpContext.Caller(), "page:outcomes", ct);
        if (!may) return StatusCode(StatusCodes.Status403Forbidden);
        var published = desk.PeriodsFor(HttpContext.Caller());
        IsPublished = published is not null;
        if (Generation is { } generation) First = [.. FirstQuestions.Of(published ?? new PublishedPeriods(generation))];
        return Page();
    }
}
