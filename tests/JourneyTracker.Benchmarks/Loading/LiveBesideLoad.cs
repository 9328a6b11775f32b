using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Folding;
using Microsoft.Extensions.Logging.Abstractions;

namespace JourneyTracker.Benchmarks.Loading;

/// <summary>How long it takes from a commit to the message on the board feed, at a steady rate, without and with a load beside it.</summary>
internal static class LiveBesideLoad
{
    private const int PerSecond = 50;
    private const int AtOnce = 2_000;
    private const string Name = "live_import";
    private static readonly Partnership Live = new("live");
    private static readonly Recorder Police = new("officer", "Police");

    public static async Task RunAsync(BenchRun run, IReadOnlyList<Append> appends, CancellationToken ct)
    {
        var database = await run.House.FreshAsync(Name, ct);
        await database.Partnerships.AddAsync(Live, "Live", simulated: false, ct);
        await database.Partnerships.AddAsync(SimulatedLoad.Partnership, "Loaded", simulated: false, ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var feed = new BoardFeed(database.Sources);
        var node = new FoldingNode(database, TimeProvider.System, NullLogger<FoldingNode>.Instance);
        var folding = node.RunAsync(stop.Token);
        var seen = new ConcurrentDictionary<JourneyId, long>();
        var following = FollowAsync(feed, seen, stop.Token);
        while (!node.IsFolding) await Task.Delay(10, ct);
        await SecondsAsync(database, seen, TimeSpan.FromSeconds(2), ct);

        var (quiet, beside, rates) = (new List<double>(), new List<double>(), new List<double>());
        var loaded = 0;
        for (var turn = 0; turn < run.Options.Turns && loaded < appends.Count; turn++)
        {
            quiet.AddRange(await SecondsAsync(database, seen, TimeSpan.FromSeconds(run.Options.Seconds), ct));
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var (begun, from) = (Stopwatch.GetTimestamp(), loaded);
            var loading = Task.Run(async () =>
            {
                while (!enough.IsCancellationRequested && loaded < appends.Count)
                {
                    var chunk = appends.Skip(loaded).Take(AtOnce).ToList();
                    ImportBench.Check(await database.Journal.LoadAsync(chunk, ct));
                    loaded += chunk.Count;
                }
            }, ct);
            beside.AddRange(await SecondsAsync(database, seen, TimeSpan.FromSeconds(run.Options.Seconds), ct));
            await enough.CancelAsync();
            await loading;
            rates.Add((loaded - from) / Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }

        await stop.CancelAsync();
        await folding;
        await following;
        foreach (var (quantile, name, budget) in new[] { (0.5, "p50", null), (0.99, "p99", Budget.RatioAtMost(2)) })
        {
            run.Add(new Measurement($"live message beside a load, {name}", "ms", Statistics.Quantile(beside, quantile), Statistics.Quantile(quiet, quantile), budget, string.Create(
                CultureInfo.InvariantCulture, $"from the commit to the feed at {PerSecond} facts/s, {beside.Count:N0} messages beside a load of {Statistics.Median(rates):N0} facts/s; baseline: without one, {quiet.Count:N0} messages, turn by turn")));
        }
    }

    private static async Task FollowAsync(BoardFeed feed, ConcurrentDictionary<JourneyId, long> seen, CancellationToken ct)
    {
        try
        {
            await foreach (var messages in feed.TailAsync(0, ct))
            {
                foreach (var message in messages.Where(m => m.Partnership == Live)) seen[message.Journey] = Stopwatch.GetTimestamp();
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
    }

    /// <summary>Milliseconds from commit to message of each fact recorded in that time, whether or not the one before has arrived.</summary>
    private static async Task<List<double>> SecondsAsync(JourneyDatabase database, ConcurrentDictionary<JourneyId, long> seen, TimeSpan duration, CancellationToken ct)
    {
        var recorded = new List<Task<(JourneyId Journey, long At)>>();
        var begun = Stopwatch.GetTimestamp();
        for (var n = 0; Stopwatch.GetElapsedTime(begun) < duration; n++)
        {
            var wait = TimeSpan.FromSeconds((double)n / PerSecond) - Stopwatch.GetElapsedTime(begun);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, ct);
            recorded.Add(ArrestAsync(database.Journal, ct));
        }

        var committed = await Task.WhenAll(recorded);
        while (!committed.All(c => seen.ContainsKey(c.Journey))) await Task.Delay(20, ct);
        return [.. committed.Select(c => Math.Max(0, Stopwatch.GetElapsedTime(c.At, seen[c.Journey]).TotalMilliseconds))];
    }

    private static async Task<(JourneyId Journey, long At)> ArrestAsync(IJournal journal, CancellationToken ct)
    {
        var woman = new JourneyId(Guid.NewGuid());
        var arrested = new Arrested("08") { HappenedOn = LondonDay.Of(TimeProvider.System.GetUtcNow()) };
        ImportBench.Check([await journal.AppendAsync(new Append(Live, woman, Police, [new NewFact(new FactId(Guid.CreateVersion7()), arrested)]), ct)]);
        return (woman, Stopwatch.GetTimestamp());
    }
}
