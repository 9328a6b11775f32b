using System.Diagnostics;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal;
using Npgsql;

namespace JourneyTracker.Benchmarks.Appending;

/// <summary>
/// A transaction draws a number, another fact is recorded after it, the transaction rolls back: how long until a reader of the tail gets that fact.
/// All the while an unrelated transaction that has written stays open; one program closes holes and another reads.
/// </summary>
internal static class HoleBench
{
    private const int Holes = 60;
    private static readonly TimeSpan Held = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var node = await run.House.FreshAsync("hole", ct);
        await node.Partnerships.AddAsync(AppendMix.Partnership, "Bench", simulated: false, ct);
        await using var web = await run.House.OpenAsync("hole", ct);
        await using var unrelated = await OpenAsync(run, "create table unrelated (n int); begin; insert into unrelated values (1)", ct);
        await using var loser = await OpenAsync(run, "select 1", ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var closing = node.HoleCloser.RunAsync(stop.Token);
        var waits = new List<double>();
        await using (var tail = web.Journal.TailAsync(0, stop.Token).GetAsyncEnumerator(stop.Token))
        {
            var holes = Holes * run.Options.Turns;
            for (var i = 0; i < holes; i++)
            {
                var wait = await OneAsync(web, loser, tail, ct);
                if (i >= Holes / 2) waits.Add(wait);
            }
        }

        await stop.CancelAsync();
        await closing.ContinueWith(_ => { }, TaskScheduler.Default);
        run.Add(new Measurement("hole left by a rollback, median", "ms", Statistics.Median(waits), null, Budget.AtMost(50), $"{waits.Count} holes, from the rollback's answer to the reader; an unrelated write transaction open"));
        run.Add(new Measurement("hole left by a rollback, p99", "ms", Statistics.Quantile(waits, 0.99), null, null, $"longest {Report.Number(waits.Max())} ms"));
    }

    private static async Task<double> OneAsync(JourneyDatabase web, NpgsqlConnection loser, IAsyncEnumerator<IReadOnlyList<RecordedFact>> tail, CancellationToken ct)
    {
        await ExecuteAsync(loser, "begin; select nextval('journeys.mt_events_sequence')", ct);
        var next = tail.MoveNextAsync().AsTask();
        await new OurAppender(web.Journal).AppendAsync(ct);
        await Task.Delay(Held, ct);
        if (next.IsCompleted) throw new InvalidOperationException("A reader passed a number that was still to come.");
        await ExecuteAsync(loser, "rollback", ct);
        var begun = Stopwatch.GetTimestamp();
        if (!await next) throw new InvalidOperationException("The tail ended.");
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static async Task<NpgsqlConnection> OpenAsync(BenchRun run, string sql, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(run.House.SuperuserConnectionString("hole") + ";Pooling=false");
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, sql, ct);
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
