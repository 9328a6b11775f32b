using System.Diagnostics;
using System.Globalization;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Benchmarks.Processes;
using JourneyTracker.Benchmarks.Simulated;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Folding.Rebuild;
using JourneyTracker.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace JourneyTracker.Benchmarks.Replaying;

/// <summary>One long journey: its page as at any day and as known at any instant, and what is different between two of them, beside a bare read of the same rows.</summary>
internal static class ReplayBench
{
    private const int Others = 10_000;
    private const int Pages = 200;
    private const string Rows = "select seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers from journeys.mt_events where tenant_id = $1 and stream_id = $2 and seq_id <= $3 order by version";

    public static Bench Bench { get; } = new("replay", "the page of a journey of 200 facts as at any day and as known at any instant, and the difference between two of them", RunAsync);

    private static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var database = await run.House.FreshAsync("replay", ct);
        var loaded = await SimulatedJourneys.LoadAsync(database, run.Options.Journeys ?? Others, run.Say, ct);
        var journey = await LongJourney.RecordAsync(database, ct);
        await new QuietBeginning(database, TimeProvider.System).RunAsync(null, ct);
        await LongJourney.FoldAsync(database, ct);

        var caller = new Caller("bench", "Coordination", "VOLUNTARY", Role.Coordinator, LongJourney.Partnership);
        var times = new ServerTimes();
        await using var server = WebHost.Build(new WebOptions(caller, 0), database, TimeProvider.System, services => services.AddSingleton<IStartupFilter>(times));
        await server.StartAsync(ct);
        using var visitor = new Visitor(new Uri(server.Urls.First()));
        var door = server.Services.GetRequiredService<ReadingDoor>();
        await using var bare = NpgsqlDataSource.Create(run.House.SuperuserConnectionString("replay"));

        var dice = new Random(1);
        var (pages, reads, differences, selects) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var turn = -1; turn < run.Options.Turns; turn++)
        {
            for (var n = 0; n < Pages / run.Options.Turns; n++)
            {
                var (asAt, knownAt) = LongJourney.Moment(dice);
                times.Forget();
                await visitor.TimesAsync([string.Create(CultureInfo.InvariantCulture, $"/journeys/{journey}?asAt={asAt:yyyy-MM-dd}&knownAt={knownAt:yyyy-MM-ddTHH:mm}")], ct);
                var read = await MillisecondsAsync(() => door.JourneyAsync(caller, journey, asAt, knownAt, "bench", ct));
                var (from, to) = LongJourney.Pair(dice);
                var difference = await MillisecondsAsync(async () => Made(await door.CompareAsync(caller, journey, from, to, "bench", ct)));
                var select = await MillisecondsAsync(() => SelectAsync(bare, journey, ct));
                // The first turn warms up.
                if (turn < 0) continue;
                pages.Add(times.Last);
                reads.Add(read);
                differences.Add(difference);
                selects.Add(select);
            }
        }

        await server.StopAsync(ct);
        var note = $"{pages.Count} pages at random moments, {LongJourney.Facts} facts with {LongJourney.Corrections} corrections, beside {loaded.Journeys:N0} other journeys with {loaded.Facts:N0} facts; taken in the server, over HTTP on loopback; baseline: a bare select of her rows";
        Add(run, "replay: journey page p50", pages, selects, 0.5, null, note);
        Add(run, "replay: journey page p95", pages, selects, 0.95, Budget.AtMost(20), "the same");
        Add(run, "replay: reading door p50", reads, selects, 0.5, null, "the reading alone, with its line in the access log, without the page");
        Add(run, "replay: reading door p95", reads, selects, 0.95, null, "the same");
        Add(run, "replay: difference p50", differences, selects, 0.5, null, "what ./journey diff asks for: two random moments of hers compared by the reading door, with its line in the access log");
        Add(run, "replay: difference p95", differences, selects, 0.95, Budget.AtMost(20), "the same");
    }

    private static void Add(BenchRun run, string name, List<double> ours, List<double> bare, double quantile, Budget? budget, string note) =>
        run.Add(new Measurement(name, "ms", Statistics.Quantile(ours, quantile), Statistics.Quantile(bare, quantile), budget, note));

    /// <summary>A pair before whose second moment nothing of her was on record cannot come up: her first fact is known on the first day.</summary>
    private static void Made(JourneyComparison? comparison) => _ = comparison ?? throw new InvalidOperationException("Nothing was compared.");

    private static async Task<double> MillisecondsAsync(Func<Task> work) => await Statistics.SecondsAsync(work) * 1000;

    private static async Task SelectAsync(NpgsqlDataSource source, JourneyId journey, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Rows);
        command.Parameters.Add(new() { Value = LongJourney.Partnership.Name });
        command.Parameters.Add(new() { Value = journey.Value });
        command.Parameters.Add(new() { Value = long.MaxValue });
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct)) GC.KeepAlive(rows.GetFieldValue<byte[]>(4));
    }

    /// <summary>Takes the time of each request from its first middleware to its last byte.</summary>
    private sealed class ServerTimes : IStartupFilter
    {
        private double last;

        /// <summary>Milliseconds of the last request.</summary>
        public double Last => Volatile.Read(ref last) is var taken and >= 0 ? taken : throw new InvalidOperationException("No request was timed.");

        public void Forget() => Volatile.Write(ref last, -1);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, go) =>
            {
                var begun = Stopwatch.GetTimestamp();
                await go(context);
                await context.Response.CompleteAsync();
                Volatile.Write(ref last, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            });
            next(app);
        };
    }
}
