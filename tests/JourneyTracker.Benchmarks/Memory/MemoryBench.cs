using System.Globalization;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Benchmarks.Live;
using JourneyTracker.Benchmarks.Processes;
using JourneyTracker.Benchmarks.Simulated;
using JourneyTracker.Journal.Folding.Rebuild;
using Npgsql;

namespace JourneyTracker.Benchmarks.Memory;

/// <summary>What the server holds in memory over many journeys, and how long its answers take: run with several sizes it shows what grows.</summary>
internal static class MemoryBench
{
    private const int Journeys = 20_000;
    private const int Watchers = 100;
    private const int Pages = 200;
    private const int Boards = 20;
    private const int Censuses = 5;
    private static readonly Budget Resident = Budget.AtMost(1024);

    public static Bench Bench { get; } = new("memory", "what ./journey serve holds in memory over many journeys, and how long it takes to answer", RunAsync);

    private static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var loaded = await LoadAsync(run, ct);
        await using var server = JourneyProcess.Start(run.House.CommandLine("memory"), "serve", "--port", "0");
        var address = await server.AddressAsync(ct);
        var note = string.Create(CultureInfo.InvariantCulture, $"{loaded.Journeys:N0} journeys, {loaded.Facts:N0} facts");
        Keep(run, "memory after start", server, note);

        using var visitor = new Visitor(address);
        var boards = await visitor.TimesAsync(Enumerable.Repeat("/board", Boards), ct);
        var watchers = await Task.WhenAll(Enumerable.Range(0, Watchers).Select(_ => HubWatcher.WatchAsync(address, SimulatedJourneys.Partnership.Name, ct)));
        Keep(run, "memory with the board open", server, $"{Watchers} watchers with a snapshot each, {Boards} board pages");

        var pages = await visitor.TimesAsync((await SimulatedJourneys.SomeAsync(run.House.SuperuserConnectionString("memory"), Pages, ct)).Select(id => $"/journeys/{id}"), ct);
        Keep(run, "memory after journey pages", server, $"{Pages} journey pages");
        var stages = await visitor.TimesAsync(Enumerable.Repeat("/api/stages", Censuses), ct);
        Keep(run, "memory after stages", server, $"{Censuses} counts of women by stage");
        foreach (var watcher in watchers) await watcher.DisposeAsync();

        run.Add(new Measurement("memory: board p95", "ms", Statistics.Quantile(boards.Skip(1), 0.95), null, null, $"the first, before anything was compiled, took {boards[0]:0} ms"));
        run.Add(new Measurement("memory: journey page p95", "ms", Statistics.Quantile(pages.Skip(Pages / 10), 0.95), null, null, "random journeys, one after the other, the first tenth left out"));
        run.Add(new Measurement("memory: stages p95", "ms", Statistics.Quantile(stages, 0.95), null, null));
    }

    private static async Task<SimulatedJourneys.Loaded> LoadAsync(BenchRun run, CancellationToken ct)
    {
        var database = await run.House.FreshAsync("memory", ct);
        var loaded = await SimulatedJourneys.LoadAsync(database, run.Options.Journeys ?? Journeys, run.Say, ct);
        run.Add(new Measurement("memory: load", "s", loaded.Took.TotalSeconds, null, null, $"the simulation's own making included{(loaded.HaveNames ? "" : "; no identities were put into the vault")}"));
        var begun = TimeProvider.System.GetTimestamp();
        await new QuietBeginning(database, TimeProvider.System).RunAsync(null, ct);
        run.Add(new Measurement("memory: first fold of everything", "s", TimeProvider.System.GetElapsedTime(begun).TotalSeconds, null, null));
        run.Add(new Measurement("memory: database", "MiB", await SizeAsync(run, ct) / 1024.0 / 1024.0, null, null, "facts, references, identities, folds and their indexes"));
        var own = ProcessMemory.Of(Environment.ProcessId)!;
        run.Add(new Measurement("memory: loading process at most", "MiB", own.Peak, null, null, "the simulation, the load and the first fold, in this process"));
        return loaded;
    }

    private static void Keep(BenchRun run, string name, JourneyProcess server, string note)
    {
        var memory = server.Memory;
        run.Add(new Measurement(name, "MiB", memory.Resident, null, Resident, string.Create(CultureInfo.InvariantCulture, $"{note}; at most {memory.Peak:0} MiB so far")));
    }

    private static async Task<long> SizeAsync(BenchRun run, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(run.House.SuperuserConnectionString("memory"));
        await using var command = source.CreateCommand("select pg_database_size(current_database())");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
