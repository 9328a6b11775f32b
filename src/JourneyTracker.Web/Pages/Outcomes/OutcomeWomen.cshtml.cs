using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Forms;
using JourneyTracker.Web.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Outcomes;

/// <summary>The women behind a measure, or a cell of it, as far as the caller may read their records. The whole question stands in the address.</summary>
internal sealed class OutcomeWomenModel(WomenDesk desk) : PageModel
{
    public const string Place = "/outcomes/women";
    private OutcomeForm form = null!;

    /// <summary>Null when it cannot be answered.</summary>
    public WomenAnswer? Answer { get; private set; }

    /// <summary>Whether there is no store to ask.</summary>
    public bool IsNothingBuilt { get; private set; }

    public IReadOnlyDictionary<string, string> Wrong => form.Wrong;

    public IEnumerable<FormField> Fields => form.Fields(Answer?.Question.Values.All);

    /// <summary>The cells in which women of the page stand, in the measure's order, each with them.</summary>
    public IEnumerable<IGrouping<(string Kind, string Part, string Answer), (Journal.Doors.WomanBehind Woman, WomanCounted Counted)>> Cells => Answer!.Women
        .OrderBy(w => w.Counted.Kind, StringComparer.Ordinal).ThenBy(w => w.Counted.Part, StringComparer.Ordinal).ThenBy(w => WomanCounted.Answers.ToList().IndexOf(w.Counted.Answer)).ThenBy(w => w.Woman.Name ?? w.Woman.Journey.Pseudonym, StringComparer.Ordinal)
        .GroupBy(w => (w.Counted.Kind, w.Counted.Part, w.Counted.Answer));

    /// <summary>The same question with other values; null takes one away.</summary>
    public string With(params (string Name, string? Value)[] other) => Address(Answer!.Question.Values.All.Where(v => v.Key != "after" && other.All(o => o.Name != v.Key)).Concat(other.Where(o => o.Value is not null).Select(o => KeyValuePair.Create(o.Name, o.Value!))));

    /// <summary>The figures of the measure about the same days.</summary>
    public string Figures => OutcomeForm.Address("measure", Answer!.Question.Values.All.Where(v => v.Key is "id" or "from" or "to" or "by"));

    public static string Address(IEnumerable<KeyValuePair<string, string>> values) => OutcomeForm.Address("women", values);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        form = new OutcomeForm(WomenQuestion.Parameters, WomenQuestion.Offered, Request.Query, published: null);
        if (form is { IsTyped: true, Wrong.Count: 0 }) return LocalRedirect(Address(form.Said));
        return !form.IsComplete || await AskAsync(ct) ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>Says whether the caller may ask; why there is no answer is for the page to say.</summary>
    private async Task<bool> AskAsync(CancellationToken ct)
    {
        try
        {
            return (Answer = await desk.AskAsync(HttpContext.Caller(), form.Said, "page:outcomes/women", ct)) is not null;
        }
        catch (QuestionException wrong)
        {
            form.Wrong[form.FieldOf(wrong.Parameter)] = wrong.Message;
        }
        catch (NothingBuiltException)
        {
            IsNothingBuilt = true;
        }

        return true;
    }
}
