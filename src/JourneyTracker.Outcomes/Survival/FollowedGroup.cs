using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Statistics.Survival;

namespace JourneyTracker.Outcomes.Survival;

/// <summary>The women of one group, each with how long she was followed and what ended it.</summary>
internal sealed record FollowedGroup(string Name, IReadOnlyList<CompetingTime> Times, string Event)
{
    public int N => Times.Count;

    public int Events => Times.Count(t => t.Cause == Event);

    public bool IsSmall => new[] { N, Events, N - Events }.Any(c => DisclosurePolicy.Usual.IsSmall(c));

    /// <summary>With one name for whatever else ends it, where a cause is rare: causes of few women stand together.</summary>
    public FollowedGroup WithoutRareCauses(string others)
    {
        var counts = Times.Where(t => t.Cause is not null && t.Cause != Event).CountBy(t => t.Cause!).OrderBy(c => c.Value).ToList();
        var rare = counts.TakeWhile(c => DisclosurePolicy.Usual.IsSmall(c.Value)).Select(c => c.Key).ToHashSet();
        if (rare.Count > 0 && DisclosurePolicy.Usual.IsSmall(counts.Take(rare.Count).Sum(c => c.Value)) && counts.Count > rare.Count) rare.Add(counts[rare.Count].Key);
        return this with { Times = [.. Times.Select(t => t.Cause is { } cause && rare.Contains(cause) ? t with { Cause = others } : t)] };
    }

    public IReadOnlyList<SurvivalTime> AsSurvival() => [.. Times.Select(t => new SurvivalTime(t.Until, t.Cause == Event))];

    /// <summary>How often each cause, and the end of follow-up without any, had come about by a day.</summary>
    public IEnumerable<long> Ends(int day, IReadOnlyList<string?> causes) => causes.Select(c => (long)Times.Count(t => t.Cause == c && t.Until <= day));

    public static IReadOnlyList<FollowedGroup> Of(DuckTable table, string happening) =>
        [.. table.Rows.GroupBy(r => (string)r[0]!).Select(g => new FollowedGroup(g.Key, [.. g.SelectMany(r => Enumerable.Repeat(new CompetingTime((int)(long)r[1]!, r[2] as string), (int)(long)r[3]!))], happening))];
}
