using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Benchmarks.Processes;
using JourneyTracker.Benchmarks.Simulated;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Folding.Rebuild;

namespace JourneyTracker.Benchmarks.Rebuilding;

/// <summary>All folds over all facts, beside a bare scan of the same rows that reads each fact and does nothing with it; and the memory it takes.</summary>
internal static class RebuildBench
{
    private const int Journeys = 10_000;

    /// <summary>How much smaller the other size is, when memory is said to be flat.</summary>
    private const int Smaller = 5;

    public static Bench Bench { get; } = new("rebuild", "status, movements and data quality folded again from all facts", RunAsync);

    private static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var journeys = run.Options.Journeys ?? Journeys;
        var (big, facts) = await MakeAsync(run, "rebuild", journeys, ct);
        await big.RebuildAsync(ct);
        var turns = await Statistics.InterleaveAsync(run.Options.Turns, big.RebuildAsync, () => BareScan.FactsPerSecondAsync(run.House.SuperuserConnectionString("rebuild"), ct));
        run.Add("rebuild", "facts/s", turns, new Budget("≥ 150,000 and ≥ 0.25 ×", m => m.Ours >= 150_000 && m.Ratio >= 0.25),
            $"{facts:N0} facts of {journeys:N0} journeys; baseline: two connections that read the same rows in the same order and make each fact with our codec");

        var (_, fewer) = await MakeAsync(run, "rebuild_small", journeys / Smaller, ct);
        var small = await PeakAsync(run, "rebuild_small", ct);
        var large = await PeakAsync(run, "rebuild", ct);
        run.Add(new Measurement("rebuild: peak memory", "MiB", large, small, Budget.RatioAtMost(1.25),
            $"of ./journey rebuild as its own process over {facts:N0} facts; baseline: the same over {fewer:N0} facts"));
    }

    private static async Task<(Rebuilding Database, int Facts)> MakeAsync(BenchRun run, string name, int journeys, CancellationToken ct)
    {
        var database = await run.House.FreshAsync(name, ct);
        var loaded = await SimulatedJourneys.LoadAsync(database, journeys, run.Say, ct);
        await new QuietBeginning(database, TimeProvider.System).RunAsync(null, ct);
        return (new Rebuilding(database), loaded.Facts);
    }

    private static async Task<double> PeakAsync(BenchRun run, string name, CancellationToken ct)
    {
        await using var rebuild = JourneyProcess.Start(run.House.CommandLine(name), "rebuild");
        return await rebuild.PeakMiBAsync(ct);
    }

    private sealed class Rebuilding(JourneyDatabase database)
    {
        public async Task<double> RebuildAsync() => await RebuildAsync(CancellationToken.None);

        public async Task<double> RebuildAsync(CancellationToken ct)
        {
            var report = await new FoldRebuild(database.Sources).RunAsync(FoldNames.All, null, ct);
            return report.Facts / report.Took.TotalSeconds;
        }
    }
}
