using System.Globalization;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Benchmarks.Processes;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Benchmarks.Evaluating;

/// <summary>The evaluator's store over many facts: how long it takes to build, beside a bare Parquet write of the same rows, and how long each measure takes.</summary>
internal static class OutcomesBench
{
    private const int Facts = 500_000;
    private const double MiB = 1024 * 1024;
    private static readonly MeasurePeriod Year = new(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), SimulatedStore.Until.AddDays(-1));

    public static Bench Bench { get; } = new("outcomes", "the evaluator's store of simulated facts, beside a bare Parquet write of the same rows; each measure asked of it", RunAsync);

    private static Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var store = new OutcomesStore(Path.Combine(run.House.Folder, "outcomes"), "simulated");
        ProcessMemory.ForgetPeak();
        var built = SimulatedStore.Build(store, run.Options.Facts ?? Facts, run.Say, ct);
        var peak = ProcessMemory.Of(Environment.ProcessId)!.Peak;
        var file = Directory.EnumerateFiles(Path.Combine(run.House.Folder, "outcomes", "simulated"), "*.duckdb").Single();
        var (parquet, bytes) = BareParquet.Write(file, Path.Combine(run.House.Folder, "parquet"));
        var what = string.Create(CultureInfo.InvariantCulture, $"{built.Facts:N0} facts of {built.Women:N0} simulated women, without PostgreSQL");
        run.Add(new Measurement("outcomes: build", "s", built.Took.TotalSeconds, parquet, null, $"{what}: folded and written by the way that ./journey outcomes build takes, making the facts left out; baseline: DuckDB copies the same rows of all tables to Parquet"));
        run.Add(new Measurement("outcomes: file", "MiB", new FileInfo(file).Length / MiB, bytes / MiB, null, "baseline: those Parquet files (zstd)"));
        run.Add(new Measurement("outcomes: building process at most", "MiB", peak, null, null, "the simulation included"));
        Ask(run, store, ct);
        return Task.CompletedTask;
    }

    private static void Ask(BenchRun run, OutcomesStore store, CancellationToken ct)
    {
        GC.Collect();
        ProcessMemory.ForgetPeak();
        using var open = store.Open()!;
        using var connection = open.Connect();
        var measures = MeasureList.All.Where(m => m.State == MeasureState.Answered).ToList();
        var turns = measures.ToDictionary(m => m.Id, _ => new List<double>());
        for (var turn = 0; turn < run.Options.Turns; turn++)
            foreach (var measure in measures) turns[measure.Id].Add(Seconds(() => MeasureAnswer.Of(measure, Year, null, connection, ct)));
        foreach (var measure in measures)
            run.Add(new Measurement($"outcomes: {measure.Id}", "s", Statistics.Median(turns[measure.Id]), null, Budget.AtMost(1), Slowest(turns[measure.Id])));
        Pages(run, new OutcomeStoreView(open.Generation, connection), "of a year, for evaluators", Year, ct);
        var memory = ProcessMemory.Of(Environment.ProcessId)!;
        run.Add(new Measurement("outcomes: asking process at most", "MiB", memory.Peak, null, Budget.AtMost(1024), string.Create(CultureInfo.InvariantCulture, $"{memory.Resident:0} MiB in the end")));
        using var editions = new EditionViews(store);
        Pages(run, editions.Of(editions.Editions.Latest!), "of a quarter, published", Year with { To = Year.From.AddMonths(3).AddDays(-1) }, ct);
        run.Add(new Measurement("outcomes: asking process at most, an edition asked too", "MiB", ProcessMemory.Of(Environment.ProcessId)!.Peak, null, null, "each file has memory of its own"));
    }

    /// <summary>What a page asks: the answer with all that is hidden in it.</summary>
    private static void Pages(BenchRun run, OutcomeStoreView view, string words, MeasurePeriod period, CancellationToken ct)
    {
        var said = new Dictionary<string, string> { ["from"] = CommonParameters.Text(period.From), ["to"] = CommonParameters.Text(period.To) };
        foreach (var kind in new[] { "measures", "flows", "stages", "map", "disproportionality" })
        {
            var turns = Enumerable.Range(0, run.Options.Turns).Select(_ => Seconds(() => OutcomeKinds.Named(kind).Ask(said, view, ct))).ToList();
            run.Add(new Measurement($"outcomes: page {kind} {words}", "s", Statistics.Median(turns), null, kind == "measures" ? Budget.AtMost(3) : null, Slowest(turns)));
        }
    }

    private static string Slowest(List<double> turns) => string.Create(CultureInfo.InvariantCulture, $"{turns.Count} turns, the first {turns[0]:0.00} s, the slowest {turns.Max():0.00} s");

    private static double Seconds(Action work)
    {
        var begun = TimeProvider.System.GetTimestamp();
        work();
        return TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
    }
}
