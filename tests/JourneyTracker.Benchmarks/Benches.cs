using JourneyTracker.Benchmarks.Harness;

namespace JourneyTracker.Benchmarks;

/// <summary>What can be measured, in the order in which <c>all</c> runs it.</summary>
internal static class Benches
{
    public static IReadOnlyList<Bench> All { get; } = [];
}
