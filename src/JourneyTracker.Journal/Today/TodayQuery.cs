using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Projections.Prompts;

namespace JourneyTracker.Journal.Today;

/// <summary>What somebody wants to see of the page Today.</summary>
/// <param name="Show">What is still to do, what was put off, or what was done.</param>
/// <param name="Whose">Whose women; only practitioners choose.</param>
/// <param name="Group">Only prompts about this; null for all.</param>
/// <param name="From">How many women are passed over: where the page before ended.</param>
public sealed record TodayQuery(TodayShow Show = TodayShow.Open, TodayWhose Whose = TodayWhose.Mine, PromptGroup? Group = null, int From = 0)
{
    /// <summary>Coordinators and auditors look at everybody's women, practitioners never.</summary>
    internal TodayQuery For(Caller caller) =>
        this with { Whose = caller.Role != Role.Practitioner ? TodayWhose.Everybody : Whose == TodayWhose.Agency ? TodayWhose.Agency : TodayWhose.Mine };
}

/// <summary>Which prompts are shown.</summary>
public enum TodayShow
{
    Open,
    Snoozed,
    Done,
}

/// <summary>Whose women are shown.</summary>
public enum TodayWhose
{
    /// <summary>Those the caller works with, by sign-in or as named on their records.</summary>
    Mine,

    /// <summary>The others of whom the caller's agency has recorded something.</summary>
    Agency,
    Everybody,
}

/// <summary>Who needs somebody, as one caller may know it.</summary>
/// <param name="Day">The day it was read on.</param>
/// <param name="Query">What was shown.</param>
/// <param name="Entries">The most urgent first; what was put off or done, the last marked first.</param>
/// <param name="Next">Where the next page begins; null when there is none.</param>
/// <param name="MayMark">Whether the caller may take, snooze and do.</param>
public sealed record TodayReading(DateOnly Day, TodayQuery Query, IReadOnlyList<TodayEntry> Entries, int? Next, bool MayMark);

/// <summary>One thing for which one woman needs somebody.</summary>
/// <param name="Journey">Her journey.</param>
/// <param name="Name">Who she is, when the caller may know and the vault does.</param>
/// <param name="Prompt">What is needed, and why.</param>
/// <param name="Mark">What was done about it last; null when nothing was.</param>
/// <param name="State">Where it stands on the day.</param>
/// <param name="IsHerWorkers">Whether the caller works with her.</param>
/// <param name="Stands">Whether it is still shown to anybody: what was done or snoozed may have expired since.</param>
public sealed record TodayEntry(JourneyId Journey, string? Name, Prompt Prompt, PromptMark? Mark, PromptState State, bool IsHerWorkers, bool Stands);

/// <summary>One woman and one thing for which she needs somebody.</summary>
/// <param name="Journey">Her journey.</param>
/// <param name="Day">The day it was read on.</param>
/// <param name="Name">Who she is, when the caller may know and the vault does.</param>
/// <param name="Entry">Null when it is no longer there, or not for the caller.</param>
public sealed record TodayOne(JourneyId Journey, DateOnly Day, string? Name, TodayEntry? Entry);

/// <summary>What became of doing something about a prompt.</summary>
public enum MarkOutcome
{
    Marked,

    /// <summary>It is no longer there, or not for the caller.</summary>
    Gone,

    /// <summary>There is no such woman for the caller.</summary>
    NotFound,
}
