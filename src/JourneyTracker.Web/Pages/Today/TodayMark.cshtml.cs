using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Journal.Today;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Forms;
using JourneyTracker.Web.Today;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Pages.Today;

/// <summary>Takes, snoozes, does and undoes one thing for which a woman needs somebody.</summary>
internal sealed class TodayMarkModel(TodayDoor door, IStringLocalizer<Texts> T) : PageModel
{
    private const string Door = "page:today-mark";

    public TodayOne One { get; private set; } = null!;

    /// <summary>The page to go back to.</summary>
    public string Return { get; private set; } = "/today";

    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    public FormField Reason => new("reason", T["Why it can wait"].Value, null, reason, Wrong)
    {
        Kind = FieldKind.One,
        Choices = [.. Enum.GetValues<SnoozeReason>().Select(r => new Choice(TodayModel.Code(r), TodayWords.Of(r, T)))],
    };

    public FormField Until => new("until", T["Show it again on"].Value, T["A day after today, within 90 days"].Value, null, Wrong) { Kind = FieldKind.Day, Day = until };

    private string? reason;
    private TypedDay until = TypedDay.None;

    public async Task<IActionResult> OnGetAsync([FromRoute] string id, string? key, [FromQuery(Name = "return")] string? back, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey)) return NotFound();
        Return = TodayReturn.Of(back, journey);
        return await FindAsync(journey, key, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, string? key, string? what, string? reason, [FromForm(Name = "return")] string? back, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey)) return NotFound();
        (Return, this.reason, until) = (TodayReturn.Of(back, journey), reason, TypedDay.Of(await Request.ReadFormAsync(ct), "until"));
        (DateOnly, SnoozeReason)? snooze = null;
        if (Read<PromptMarkKind>(what) is not { } kind) return await FindAsync(journey, key, ct) ? Page() : NotFound();
        if (kind == PromptMarkKind.Snoozed && (snooze = ReadSnooze(await TodayAsync(journey, key, ct))) is null) return One is null ? NotFound() : Page();
        return await door.MarkAsync(HttpContext.Caller(), journey, key ?? "", kind, snooze, Door, ct) switch
        {
            MarkOutcome.Marked => LocalRedirect(TodayReturn.After(Return, kind)),
            MarkOutcome.Gone => await FindAsync(journey, key, ct) ? Page() : NotFound(),
            _ => NotFound(),
        };
    }

    private async Task<bool> FindAsync(JourneyId journey, string? key, CancellationToken ct) => await TodayAsync(journey, key, ct) is not null;

    /// <summary>The day it is; null where the caller may not know of her.</summary>
    private async Task<DateOnly?> TodayAsync(JourneyId journey, string? key, CancellationToken ct)
    {
        One = (await door.OneAsync(HttpContext.Caller(), journey, key ?? "", Door, ct))!;
        return One?.Day;
    }

    private (DateOnly, SnoozeReason)? ReadSnooze(DateOnly? today)
    {
        if (today is not { } day) return null;
        var wrong = new Dictionary<string, string>();
        var why = Read<SnoozeReason>(reason);
        if (why is null) wrong["reason"] = T["Say why it can wait"].Value;
        var (on, amiss) = until.Read(T["The day"].Value);
        if ((amiss ?? PromptMark.WrongUntil(on!.Value, day)) is { } mend) wrong["until"] = mend;
        Wrong = wrong;
        return wrong.Count == 0 ? (on!.Value, why!.Value) : null;
    }

    private static TCode? Read<TCode>(string? said)
        where TCode : struct, Enum => Enum.GetValues<TCode>().Cast<TCode?>().FirstOrDefault(c => TodayModel.Code(c!.Value) == said);
}
