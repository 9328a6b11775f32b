using System.Text;
using System.Text.Json;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Api;
using JourneyTracker.Web.Forms;
using JourneyTracker.Web.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JourneyTracker.Web.Pages.Outcomes;

/// <summary>A question about outcomes of any kind: its form, and the answer. The whole question stands in the address.</summary>
internal sealed class OutcomeQuestionModel(OutcomeDesk desk) : PageModel
{
    private OutcomeForm form = null!;

    public OutcomeKind Kind { get; private set; } = null!;

    /// <summary>Null when it was not asked, cannot be answered, or nothing was built yet.</summary>
    public OutcomeAnswer? Answer { get; private set; }

    public Generation? Generation { get; private set; }

    public IReadOnlyDictionary<string, string> Wrong => form.Wrong;

    public IEnumerable<FormField> Fields => form.Fields(Answer?.Values ?? (Generation is { } standing ? OutcomeForm.Defaults(Kind, standing) : null));

    /// <summary>The parameters of the answer in words, those that were said or that have a value by themselves.</summary>
    public IEnumerable<(string Label, string Value)> Said => Kind.Parameters.Where(p => Answer!.Values.ContainsKey(p.Name)).Select(p => (p.Label, AnswerWords.Value(p, Answer!.Values[p.Name])));

    /// <summary>The same question as a file, or as it stands when no format is said.</summary>
    public string Address(string? format = null) => OutcomeForm.Address(Kind.Name, format is null ? Answer!.Values : Answer!.Values.Append(new("format", format)));

    public async Task<IActionResult> OnGetAsync(string question, string? format, CancellationToken ct)
    {
        if (OutcomeKinds.Find(question) is not { } known) return NotFound();
        (Kind, form) = (known, new OutcomeForm(known, Request.Query));
        if (form is { IsTyped: true, Wrong.Count: 0 }) return LocalRedirect(OutcomeForm.Address(known.Name, form.Said));
        var standing = await AskAsync(format is null ? "page:outcomes" : "page:outcomes-file", ct);
        if (standing is null) return StatusCode(StatusCodes.Status403Forbidden);
        (Answer, Generation) = (standing.Answer, standing.Generation);
        return Answer is { } answer && format is "csv" or "json" ? FileOf(answer, format) : Page();
    }

    private async Task<Standing?> AskAsync(string at, CancellationToken ct)
    {
        try
        {
            if (form.IsComplete) return await desk.AskAsync(HttpContext.Caller(), Kind, form.Said, at, ct);
        }
        catch (QuestionException wrong)
        {
            form.Wrong[wrong.Parameter is { } named && Kind.Parameters.Any(p => p.Name == named) ? named : Kind.Parameters[0].Name] = wrong.Message;
        }

        return await desk.StandingAsync(HttpContext.Caller(), at, ct);
    }

    private FileContentResult FileOf(OutcomeAnswer answer, string format)
    {
        var name = $"{string.Join('-', new[] { answer.Kind, answer.Quote.Name }.Distinct())}.{format}";
        return format == "csv"
            ? File(Encoding.UTF8.GetBytes(AnswerCsv.Write(answer.Tables)), "text/csv; charset=utf-8", name)
            : File(JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Options), "application/json; charset=utf-8", name);
    }
}
