using JourneyTracker.Benchmarks.Harness;

namespace JourneyTracker.Benchmarks.Appending;

/// <summary>The journal's own speed.</summary>
internal static class JournalBench
{
    public static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        await AppendBench.RunAsync(run, ct);
        await HoleBench.RunAsync(run, ct);
        if (run.Options.WithMarten) await MartenBench.RunAsync(run, ct);
    }
}
