using System.Diagnostics;
using System.Net.WebSockets;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Benchmarks.Processes;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Benchmarks.Live;

/// <summary>From the acknowledged commit of a fact to its message at each of many watchers of a board, beside a bare WebSocket echo to as many.</summary>
internal static class LiveBench
{
    private const int PerSecond = 50;
    private const int Watchers = 100;
    private static readonly Partnership Partnership = new("live");
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Bench Bench { get; } = new("live", "from a commit to its message at the watchers of a board", RunAsync);

    private static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var database = await run.House.FreshAsync("live", ct);
        await database.Partnerships.AddAsync(Partnership, "Live", simulated: false, ct);
        await using var server = JourneyProcess.Start(run.House.CommandLine("live"), "serve", "--port", "0", "--partnership", Partnership.Name);
        var address = await server.AddressAsync(ct);
        await using var echo = await Echo.StartAsync(ct);
        var watchers = await Task.WhenAll(Enumerable.Range(0, Watchers).Select(_ => HubWatcher.WatchAsync(address, Partnership.Name, ct)));
        var clients = await Task.WhenAll(Enumerable.Range(0, Watchers).Select(_ => echo.ConnectAsync(ct)));
        var facts = new LiveFacts(database.Journal, Partnership);
        await MeasureAsync(facts, watchers, WarmUp, ct);
        await EchoAsync(clients, WarmUp, ct);

        var duration = TimeSpan.FromSeconds(run.Options.Seconds);
        var (ours, fromCall, bare) = (new List<double>(), new List<double>(), new List<double>());
        for (var turn = 0; turn < run.Options.Turns; turn++)
        {
            var (acknowledged, asked) = await MeasureAsync(facts, watchers, duration, ct);
            ours.AddRange(acknowledged);
            fromCall.AddRange(asked);
            bare.AddRange(await EchoAsync(clients, duration, ct));
        }

        foreach (var watcher in watchers) await watcher.DisposeAsync();
        foreach (var client in clients) client.Dispose();
        var note = $"{PerSecond} facts/s, {Watchers} watchers of one board, {ours.Count:N0} messages; the server is a process of its own, the watchers and the writer are one other; baseline: echo over bare WebSockets, as many clients and messages";
        run.Add(Quantile("live p50", ours, bare, 0.5, Budget.AtMost(10), note));
        run.Add(Quantile("live p99", ours, bare, 0.99, Budget.AtMost(40), "the same"));
        run.Add(Quantile("live from the call p50", fromCall, bare, 0.5, null, "from the call that records the fact, its commit included"));
        run.Add(Quantile("live from the call p99", fromCall, bare, 0.99, null, "the same"));
    }

    private static Measurement Quantile(string name, List<double> ours, List<double> bare, double quantile, Budget? budget, string note) =>
        new(name, "ms", Statistics.Quantile(ours, quantile), Statistics.Quantile(bare, quantile), budget, note);

    /// <summary>Milliseconds of every message at every watcher, from the acknowledgement and from the call.</summary>
    private static async Task<(List<double> Acknowledged, List<double> Asked)> MeasureAsync(LiveFacts facts, HubWatcher[] watchers, TimeSpan duration, CancellationToken ct)
    {
        var committed = (await facts.RecordAsync(PerSecond, duration, ct)).ToDictionary(c => (c.Journey, c.To));
        var (acknowledged, asked) = (new List<double>(), new List<double>());
        foreach (var watcher in watchers)
        {
            await HasAllAsync(watcher, committed.Count, ct);
            foreach (var (journey, to, at) in watcher.Movements)
            {
                var fact = committed[(journey, to)];
                acknowledged.Add(Math.Max(0, Stopwatch.GetElapsedTime(fact.Acknowledged, at).TotalMilliseconds));
                asked.Add(Stopwatch.GetElapsedTime(fact.Asked, at).TotalMilliseconds);
            }

            watcher.Movements.Clear();
        }

        return (acknowledged, asked);
    }

    private static async Task HasAllAsync(HubWatcher watcher, int movements, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            lock (watcher.Movements)
                if (watcher.Movements.Count == movements) return;
            if (Stopwatch.GetElapsedTime(begun) > Patience) throw new InvalidOperationException($"A watcher has {watcher.Movements.Count} messages of {movements}.");
            await Task.Delay(20, ct);
        }
    }

    private static async Task<List<double>> EchoAsync(ClientWebSocket[] clients, TimeSpan duration, CancellationToken ct)
    {
        var message = new byte[200];
        var turns = new List<Task<double[]>>();
        var begun = Stopwatch.GetTimestamp();
        var last = clients.Select(_ => Task.FromResult(0.0)).ToArray();
        for (var n = 0; Stopwatch.GetElapsedTime(begun) < duration; n++)
        {
            var due = TimeSpan.FromSeconds((double)n / PerSecond) - Stopwatch.GetElapsedTime(begun);
            if (due > TimeSpan.Zero) await Task.Delay(due, ct);
            for (var i = 0; i < clients.Length; i++) last[i] = AfterAsync(last[i], clients[i]);
            turns.Add(Task.WhenAll(last.ToArray()));
        }

        return [.. (await Task.WhenAll(turns)).SelectMany(t => t)];

        async Task<double> AfterAsync(Task<double> before, ClientWebSocket client)
        {
            await before;
            return await Echo.RoundTripAsync(client, message, ct);
        }
    }
}
