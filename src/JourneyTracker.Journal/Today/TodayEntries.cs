using JourneyTracker.Domain.Prompts;
using JourneyTracker.Projections.Prompts;

namespace JourneyTracker.Journal.Today;

/// <summary>Which of a woman's prompts stand on the page, and in which order.</summary>
internal static class TodayEntries
{
    public static IReadOnlyList<TodayEntry> Of(TodayWoman woman, IEnumerable<PromptMark> marks, TodayQuery query, DateOnly day)
    {
        var last = marks.ToDictionary(m => m.Key);
        var standing = woman.Today();
        var all = standing.Select(p => Entry(p, last.GetValueOrDefault(p.Key), stands: true));
        // What was put off or done may have expired since: it is found by how things stood when it was marked.
        if (query.Show != TodayShow.Open) all = all.Concat(Expired());
        return [.. all.Where(e => IsShown(e, query))];

        TodayEntry Entry(Prompt prompt, PromptMark? mark, bool stands) => new(woman.Journey, null, prompt, mark, mark?.On(day) ?? PromptState.Open, woman.IsMine, stands);

        IEnumerable<TodayEntry> Expired()
        {
            var keys = standing.Select(p => p.Key).ToHashSet();
            return from mark in last.Values.Where(m => !keys.Contains(m.Key))
                   let then = woman.At(mark.At).FirstOrDefault(p => p.Key == mark.Key)
                   where then is not null
                   select Entry(then, mark, stands: false);
        }
    }

    /// <summary>The most urgent first; of the same day what nobody has taken on before what somebody has, and her own worker's before others'. What was marked, the last first.</summary>
    public static IReadOnlyList<TodayEntry> Sorted(IEnumerable<TodayEntry> entries, TodayQuery query) => query.Show == TodayShow.Open
        ? [.. entries.OrderBy(e => e.Prompt.Due).ThenBy(e => e.State).ThenByDescending(e => e.IsHerWorkers).ThenBy(e => e.Journey).ThenBy(e => e.Prompt.Kind.Code, StringComparer.Ordinal)]
        : [.. entries.OrderByDescending(e => e.Mark!.At)];

    private static bool IsShown(TodayEntry entry, TodayQuery query) => (query.Group is null || entry.Prompt.Kind.Group == query.Group) && query.Show switch
    {
        TodayShow.Snoozed => entry.State == PromptState.Snoozed,
        TodayShow.Done => entry.State == PromptState.Done,
        _ => entry.State is PromptState.Open or PromptState.Taken,
    };
}
