using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Prompts;

/// <summary>What somebody did about a prompt. The last one of each prompt counts; none is ever changed.</summary>
/// <param name="Key">Which prompt.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Until">For a snoozed one: the day on which it comes back.</param>
/// <param name="Reason">For a snoozed one: why.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record PromptMark(string Key, PromptMarkKind Kind, DateOnly? Until, SnoozeReason? Reason, Recorder By, DateTimeOffset At)
{
    /// <summary>The longest for which something can be put off: own choice.</summary>
    public const int MostDays = 90;

    /// <summary>Where the prompt stands on a day.</summary>
    public PromptState On(DateOnly day) => Kind switch
    {
        PromptMarkKind.Done => PromptState.Done,
        PromptMarkKind.Snoozed when day < Until => PromptState.Snoozed,
        PromptMarkKind.Taken => PromptState.Taken,
        _ => PromptState.Open,
    };

    /// <summary>What is wrong with the day until which something is to be put off; null when nothing is.</summary>
    public static string? WrongUntil(DateOnly until, DateOnly today) => until <= today ? "The day must be after today"
        : until.DayNumber - today.DayNumber > MostDays ? $"The day must be within {MostDays} days" : null;
}

/// <summary>What is done about a prompt.</summary>
public enum PromptMarkKind
{
    /// <summary>Somebody sees to it.</summary>
    Taken,
    Snoozed,
    Done,

    /// <summary>Whatever was done before is taken back.</summary>
    Undone,
}

/// <summary>Where a prompt stands.</summary>
public enum PromptState
{
    Open,
    Taken,
    Snoozed,
    Done,
}

/// <summary>Why something is put off. There is no free text: it would stand beside her name on a list.</summary>
public enum SnoozeReason
{
    WaitingForAnotherAgency,
    DateAgreedWithHer,
    SheAskedForLater,
    AlreadyArranged,
}
