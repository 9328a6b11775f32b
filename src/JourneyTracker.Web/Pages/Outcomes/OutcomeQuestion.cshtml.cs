using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Forms;
using JourneyTracker.Web.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Outcomes;

/// <summary>A question about outcomes of any kind: its form, and the answer. The whole question stands in the address.</summary>
internal sealed class OutcomeQuestionModel(OutcomeDesk desk, IStringLocalizer<Texts> T) : PageModel
{
    private const string Place = "page:outcomes";
    private OutcomeForm form = null!;
    private PublishedPeriods? periods;

    public OutcomeKind Kind { get; private set; } = null!;

    /// <summary>Null when it was not asked, cannot be answered, or nothing was built yet.</summary>
    public OutcomeAnswer? Answer { get; private set; }

    /// <summary>Where there is no answer: what stands; null when nothing was built yet.</summary>
    public Generation? Generation { get; private set; }

    public IReadOnlyDictionary<string, string> Wrong => form.Wrong;

    public IEnumerable<FormField> Fields => form.Fields(Answer?.Values ?? (Generation is { } standing ? OutcomeForm.Defaults(Kind, standing, periods) : null));

    /// <summary>The parameters of the answer in words, those that were said or that have a value by themselves.</summary>
    public IEnumerable<(string Label, string Value)> Said => Kind.Parameters.Where(p => Answer!.Values.ContainsKey(p.Name)).Select(p => (p.Label, AnswerWords.Value(p, Answer!.Values[p.Name])));

    /// <summary>The same question, to be sent on; without what nobody chooses who asks about a published period.</summary>
    public string Address => OutcomeForm.Address(Kind.Name, Asked);

    /// <summary>The answer as a file.</summary>
    public string File(string format) => $"/api{OutcomeForm.Address(Kind.Name, Asked.Append(new("format", format)))}";

    private IEnumerable<KeyValuePair<string, string>> Asked => Answer!.Values.Where(v => periods is null || PublishedPeriods.ParametersOf(Kind).Any(p => p.Name == v.Key));

    /// <summary>The women behind the figures, for who may read journeys; null where there are none to ask for.</summary>
    public string? Women => Kind.Name == "measure" && Answer is { Charts.Count: > 0 } answer && Permission.ReadJourney.Allows(HttpContext.Caller(), HttpContext.Caller().Partnership)
        ? OutcomeWomenModel.Address(answer.Values.Where(v => v.Key is "id" or "from" or "to" or "by")) : null;

    public async Task<IActionResult> OnGetAsync(string question, CancellationToken ct)
    {
        if (OutcomeDesk.Find(HttpContext.Caller(), question) is not { } known) return NotFound();
        (Kind, periods) = (known, desk.PeriodsFor(HttpContext.Caller()));
        form = new OutcomeForm(known, Request.Query, periods is null ? null : new PublishedField(periods, T));
        if (form is { IsTyped: true, Wrong.Count: 0 }) return LocalRedirect(OutcomeForm.Address(known.Name, form.Said));
        var may = form.IsComplete && await AskAsync(ct);
        if (Answer is null) (may, Generation) = await desk.LookAsync(HttpContext.Caller(), Place, ct);
        return may ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>Says whether the caller may ask; why there is no answer is for the page to say.</summary>
    private async Task<bool> AskAsync(CancellationToken ct)
    {
        try
        {
            return (Answer = await desk.AskAsync(HttpContext.Caller(), Kind, form.Said, Place, ct)) is not null;
        }
        catch (QuestionException wrong)
        {
            // What is wrong with no value of the form is wrong with the page.
            form.Wrong[form.FieldOf(wrong.Parameter)] = wrong.Message;
        }
        catch (NothingBuiltException)
        {
            // The page says how to get a store.
        }

        return true;
    }
}
