using System.Runtime.InteropServices;
using JourneyTracker.Outcomes.Statistics;

namespace JourneyTracker.Outcomes.Processes;

/// <summary>Counts a log as it comes by, event by event. Memory grows with pairs and their different gaps, not with the log.</summary>
public sealed class DirectlyFollowsCounter
{
    private readonly Dictionary<(string From, string To), Pair> pairs = [];
    private readonly Dictionary<string, long> activities = [];
    private readonly Dictionary<string, long> starts = [];
    private readonly Dictionary<string, long> ends = [];
    private ProcessEvent? last;
    private long cases;
    private long events;

    public void Add(ProcessEvent happened)
    {
        events++;
        Count(activities, happened.Activity);
        if (last is { } before && before.Case == happened.Case)
        {
            Pair(before.Activity, happened.Activity).Add(cases, happened.At - before.At);
        }
        else
        {
            EndCase();
            cases++;
            Count(starts, happened.Activity);
        }

        last = happened;
    }

    /// <summary>Of all that was added. Nothing is to be added afterwards.</summary>
    public DirectlyFollowsGraph Result()
    {
        EndCase();
        last = null;
        return new(cases, events, [.. pairs.Select(p => new DirectlyFollows(p.Key.From, p.Key.To, p.Value.Count, p.Value.Cases, p.Value.Gaps.Summary()!))
            .OrderByDescending(p => p.Count).ThenBy(p => p.From, StringComparer.Ordinal).ThenBy(p => p.To, StringComparer.Ordinal)], activities, starts, ends);
    }

    private void EndCase()
    {
        if (last is { } end) Count(ends, end.Activity);
    }

    private Pair Pair(string from, string to) => CollectionsMarshal.GetValueRefOrAddDefault(pairs, (from, to), out _) ??= new();

    private static void Count(Dictionary<string, long> counts, string name) => CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++;
}

/// <summary>What is counted of one pair.</summary>
internal sealed class Pair
{
    private long lastCase;

    public long Count { get; private set; }

    public long Cases { get; private set; }

    public GapCounter Gaps { get; } = new();

    /// <param name="case">The number of the case in the log, from 1.</param>
    public void Add(long @case, long gap)
    {
        Count++;
        if (lastCase != @case) Cases++;
        lastCase = @case;
        Gaps.Add(gap);
    }
}
