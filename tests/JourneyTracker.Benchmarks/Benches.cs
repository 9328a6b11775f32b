using JourneyTracker.Benchmarks.Appending;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Benchmarks.Loading;

namespace JourneyTracker.Benchmarks;

/// <summary>What can be measured, in the order in which <c>all</c> runs it.</summary>
internal static class Benches
{
    public static IReadOnlyList<Bench> All { get; } =
    [
        new("journal", "appends one by one, beside the bare equal work; how long a hole holds readers up", JournalBench.RunAsync),
        new("import", "bulk load beside a bare COPY of the same rows; live messages while it runs", ImportBench.RunAsync),
        Rebuilding.RebuildBench.Bench,
        Live.LiveBench.Bench,
        Browsing.BoardBench.Bench,
        Browsing.PagesBench.Bench,
        Replaying.ReplayBench.Bench,
        Reading.AccessLogBench.Bench,
        Memory.MemoryBench.Bench,
        Evaluating.OutcomesBench.Bench,
    ];
}
