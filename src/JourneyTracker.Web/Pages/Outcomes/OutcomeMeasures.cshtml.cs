using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Outcomes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Outcomes;

/// <summary>All measures, whether they have an answer here or not. It reads no record.</summary>
internal sealed class OutcomeMeasuresModel : PageModel
{
    /// <summary>The code of an origin; null for all of them.</summary>
    public string? Source { get; private set; }

    /// <summary>Null for every state.</summary>
    public MeasureState? State { get; private set; }

    public IReadOnlyList<IGrouping<MeasureOrigin, MeasureDefinition>> Shown { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>Whether the caller may ask it: some are answered to evaluators alone.</summary>
    public bool MayAsk(MeasureDefinition measure) => measure.State == MeasureState.Answered && (!MeasureKind.IsForEvaluatorsAlone(measure) || OutcomeDesk.IsEvaluator(HttpContext.Caller()));

    public void OnGet(string? source, string? state)
    {
        Source = MeasureOrigin.All.FirstOrDefault(o => o.Code == source)?.Code;
        State = Enum.TryParse<MeasureState>(state, ignoreCase: true, out var of) && Enum.IsDefined(of) ? of : null;
        var fitting = MeasureList.All.Where(m => (Source is null || MeasureOrigin.Of(m).Code == Source) && (State is null || m.State == State)).ToList();
        (Count, Shown) = (fitting.Count, [.. fitting.GroupBy(MeasureOrigin.Of)]);
    }
}
