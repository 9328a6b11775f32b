using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Projections.Prompts;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Today;

/// <summary>How the page Today says what is needed, when, and of whom.</summary>
internal static class TodayWords
{
    /// <summary>What is needed, in one sentence.</summary>
    public static string Needed(Prompt prompt) => prompt.Kind.Words.Replace("{day}", Words.Of(prompt.Due), StringComparison.Ordinal);

    /// <summary>When, as people say it. Nothing is late (safeguards S12).</summary>
    public static string When(DateOnly due, DateOnly day, IStringLocalizer<Texts> T) => (due.DayNumber - day.DayNumber) switch
    {
        0 => T["that is today"].Value,
        1 => T["tomorrow"].Value,
        > 1 and var days => T["in {0} days", days].Value,
        -1 => T["yesterday"].Value,
        var days => T["{0} days ago", -days].Value,
    };

    /// <summary>Who can help: the kinds of agencies, and those who work with her.</summary>
    public static string For(PromptKind kind, IStringLocalizer<Texts> T) => string.Join(", ", kind.For
        .OrderBy(f => f is PromptKind.Worker or PromptKind.Own ? 0 : f == PromptKind.Coordinator ? 2 : 1).ThenBy(f => f, StringComparer.Ordinal)
        .Select(f => f switch
        {
            PromptKind.Worker or PromptKind.Own => T["her own worker"].Value,
            PromptKind.Coordinator => T["the coordinator"].Value,
            _ => CodeList.AgencyTypes.LabelOf(f),
        }));

    public static string Of(PromptGroup group, IStringLocalizer<Texts> T) => group switch
    {
        PromptGroup.Release => T["Release from custody"].Value,
        PromptGroup.FirstDays => T["After release"].Value,
        PromptGroup.Court => T["Police and court"].Value,
        PromptGroup.Supervision => T["Licence, order and recall"].Value,
        PromptGroup.Family => T["Children and pregnancy"].Value,
        PromptGroup.Handover => T["Handovers nobody has accepted"].Value,
        PromptGroup.Support => T["Support and sharing"].Value,
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    public static string Of(SnoozeReason reason, IStringLocalizer<Texts> T) => reason switch
    {
        SnoozeReason.WaitingForAnotherAgency => T["Waiting for another agency"].Value,
        SnoozeReason.DateAgreedWithHer => T["A date is agreed with her"].Value,
        SnoozeReason.SheAskedForLater => T["She asked for later"].Value,
        SnoozeReason.AlreadyArranged => T["It is already arranged"].Value,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>What was done about it, by whom and when.</summary>
    public static string Of(PromptMark mark, IStringLocalizer<Texts> T) => mark.Kind switch
    {
        PromptMarkKind.Taken => T["{0} of {1} sees to it, since {2}.", mark.By.Person, mark.By.Agency, Words.Of(mark.At)].Value,
        PromptMarkKind.Done => T["Done: {0} of {1}, {2}.", mark.By.Person, mark.By.Agency, Words.Of(mark.At)].Value,
        PromptMarkKind.Snoozed => T["Snoozed until {0} by {1} of {2}, {3}: {4}.", Words.Of(mark.Until!.Value), mark.By.Person, mark.By.Agency, Words.Of(mark.At), Of(mark.Reason!.Value, T)].Value,
        _ => T["Open again: {0} of {1}, {2}.", mark.By.Person, mark.By.Agency, Words.Of(mark.At)].Value,
    };
}
