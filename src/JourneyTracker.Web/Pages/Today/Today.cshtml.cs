using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Journal.Today;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Today;

/// <summary>Who needs somebody and why, the most urgent first.</summary>
internal sealed class TodayModel(TodayDoor door, IStringLocalizer<Texts> T) : PageModel
{
    private const int DaysOfAWeek = 7;
    private const int MostPassedOver = 1_000_000;

    public TodayReading View { get; private set; } = null!;

    /// <summary>Practitioners choose between their own women and their agency's others.</summary>
    public bool ChoosesWomen => HttpContext.Caller().Role == Role.Practitioner;

    /// <summary>What was looked at: what the caller's prompts are about.</summary>
    public IEnumerable<PromptGroup> Groups => PromptKind.All.Where(k => k.IsFor(HttpContext.Caller(), isHerWorker: true, MaySee.Supports(HttpContext.Caller())))
        .Select(k => k.Group).Distinct().Order();

    /// <summary>By urgency; what was marked stands in one list.</summary>
    public IEnumerable<(string Id, string Words, IReadOnlyList<TodayEntry> Entries)> Sections => View.Query.Show == TodayShow.Open
        ? new[]
        {
            ("before", T["Overdue: the day has passed"].Value, Due(d => d < 0)), ("now", T["Due today"].Value, Due(d => d == 0)), ("tomorrow", T["Due tomorrow"].Value, Due(d => d == 1)),
            ("week", T["In the next 7 days"].Value, Due(d => d is > 1 and <= DaysOfAWeek)), ("later", T["Later"].Value, Due(d => d > DaysOfAWeek)),
        }.Where(s => s.Item3.Count > 0)
        : [("marked", View.Query.Show == TodayShow.Done ? T["Done"].Value : T["Snoozed"].Value, View.Entries)];

    /// <param name="show">snoozed or done; what is to do when it is neither.</param>
    /// <param name="whose">agency for the others of the caller's agency.</param>
    /// <param name="group">Only prompts about this.</param>
    /// <param name="from">How many women are passed over.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnGetAsync(string? show, string? whose, string? group, string? from, CancellationToken ct)
    {
        var query = new TodayQuery(
            Addressed<TodayShow>(show) ?? TodayShow.Open, Addressed<TodayWhose>(whose) ?? TodayWhose.Mine, Addressed<PromptGroup>(group),
            int.TryParse(from, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var passed) && passed <= MostPassedOver ? passed : 0);
        if (await door.ReadAsync(HttpContext.Caller(), query, "page:today", ct) is not { } view) return NotFound();
        View = view;
        return Page();
    }

    /// <summary>The same page with something else chosen.</summary>
    public string Address(TodayShow? show = null, TodayWhose? whose = null, int from = 0, bool all = false)
    {
        var query = View.Query with { Show = show ?? View.Query.Show, Whose = whose ?? View.Query.Whose, Group = all ? null : View.Query.Group };
        string?[] parts =
        [
            query.Show == TodayShow.Open ? null : $"show={Code(query.Show)}", query.Whose == TodayWhose.Agency ? "whose=agency" : null,
            query.Group is { } group ? $"group={Code(group)}" : null, from == 0 ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"from={from}"),
        ];
        return string.Join('&', parts.OfType<string>()) is { Length: > 0 } asked ? $"/today?{asked}" : "/today";
    }

    public static string Code<TCode>(TCode code)
        where TCode : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());

    private IReadOnlyList<TodayEntry> Due(Func<int, bool> inDays) => [.. View.Entries.Where(e => inDays(e.Prompt.Due.DayNumber - View.Day.DayNumber))];

    private static TCode? Addressed<TCode>(string? said)
        where TCode : struct, Enum => Enum.GetValues<TCode>().Cast<TCode?>().FirstOrDefault(c => Code(c!.Value) == said);
}
