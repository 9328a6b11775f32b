using JourneyTracker.Outcomes.Statistics;

namespace JourneyTracker.Outcomes.Processes;

/// <summary>One activity straight after another in the same case.</summary>
/// <param name="Count">How often.</param>
/// <param name="Cases">In how many different cases.</param>
/// <param name="Gap">How long between the two, in the unit of the log.</param>
public sealed record DirectlyFollows(string From, string To, long Count, long Cases, GapSummary Gap);

/// <summary>Which activity follows which: the process map.</summary>
/// <param name="Pairs">The most frequent first; equals by name.</param>
/// <param name="Activities">How often each happened.</param>
/// <param name="Starts">With what cases begin.</param>
/// <param name="Ends">With what cases end, as far as they are recorded.</param>
public sealed record DirectlyFollowsGraph(
    long Cases, long Events, IReadOnlyList<DirectlyFollows> Pairs,
    IReadOnlyDictionary<string, long> Activities, IReadOnlyDictionary<string, long> Starts, IReadOnlyDictionary<string, long> Ends)
{
    public static DirectlyFollowsGraph Of(IEnumerable<ProcessEvent> log)
    {
        var counter = new DirectlyFollowsCounter();
        foreach (var happened in log) counter.Add(happened);
        return counter.Result();
    }
}
