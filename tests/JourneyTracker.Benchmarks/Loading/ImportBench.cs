using System.Globalization;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Domain.Journal;
using Npgsql;

namespace JourneyTracker.Benchmarks.Loading;

/// <summary>How fast many facts go into the journal.</summary>
internal static class ImportBench
{
    // As many rows as an import takes at once.
    private const int AtOnce = 12_000;
    private const int Journeys = 4_200;
    private const string Name = "import";

    public static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var appends = SimulatedLoad.Of(run.Options.Journeys ?? Journeys);
        run.Say(string.Create(CultureInfo.InvariantCulture, $"  {appends.Count:N0} simulated facts of {run.Options.Journeys ?? Journeys:N0} women"));
        var superuser = run.House.SuperuserConnectionString(Name);
        await LoadAsync(run, appends, [], ct);
        var copy = await BareCopy.OfAsync(superuser, ct);
        await copy.SecondsAsync(superuser, run.House.Folder, [], ct);
        using var chunks = new ChunkTimes();
        var (ours, bare) = (new List<ProcessorTime>(), new List<ProcessorTime>());
        var rates = await Statistics.InterleaveAsync(run.Options.Turns,
            async () => appends.Count / await LoadAsync(run, appends, ours, ct),
            async () => appends.Count / await copy.SecondsAsync(superuser, run.House.Folder, bare, ct));
        run.Add("bulk load", "facts/s", rates, Budget.RatioAtLeast(0.75), "baseline: binary COPY of the same rows into the same tables with their indexes and foreign key, without row-level security, committed");
        AddProcessor(run, "this program", appends.Count, ours.Select(p => p.Ours), bare.Select(p => p.Ours));
        AddProcessor(run, "PostgreSQL", appends.Count, ours.Select(p => p.PostgreSql), bare.Select(p => p.PostgreSql));
        run.Add(new Measurement("bulk load, longest transaction", "ms", chunks.Longest, null, null, string.Create(CultureInfo.InvariantCulture, $"of {chunks.Count:N0}, looking, writing and committing; p50 {chunks.Median:0} ms")));
        await LiveBesideLoad.RunAsync(run, appends, ct);
    }

    private static void AddProcessor(BenchRun run, string whose, int facts, IEnumerable<double> ours, IEnumerable<double> bare) => run.Add(new Measurement(
        $"bulk load, processor time of {whose}", "µs/fact", Statistics.Median(ours) / facts * 1e6, Statistics.Median(bare) / facts * 1e6, null));

    /// <summary>Into a fresh database, so that each turn meets equal tables.</summary>
    private static async Task<double> LoadAsync(BenchRun run, IReadOnlyList<Append> appends, List<ProcessorTime> spent, CancellationToken ct)
    {
        var database = await run.House.FreshAsync(Name, ct);
        await database.Partnerships.AddAsync(SimulatedLoad.Partnership, "Loaded", simulated: false, ct);
        await CheckpointAsync(run, ct);
        GC.Collect();
        return await ProcessorTime.SpentAsync(run.House.Folder, spent, async () =>
        {
            foreach (var chunk in appends.Chunk(AtOnce)) Check(await database.Journal.LoadAsync(chunk, ct));
        });
    }

    public static void Check(IReadOnlyList<AppendOutcome> outcomes)
    {
        if (outcomes.OfType<AppendOutcome.Refused>().FirstOrDefault() is { } refused) throw new InvalidOperationException($"The load was refused: {refused.Why}");
    }

    private static async Task CheckpointAsync(BenchRun run, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(run.House.SuperuserConnectionString(Name));
        await using var checkpoint = source.CreateCommand("checkpoint");
        await checkpoint.ExecuteNonQueryAsync(ct);
    }
}
