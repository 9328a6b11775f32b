using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Benchmarks.Replaying;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Benchmarks.Reading;

/// <summary>What it adds to a read that it is written down, beside the same read with a log that writes nothing.</summary>
internal static class AccessLogBench
{
    private const int Reads = 400;
    private static readonly int[] Readers = [1, 16];

    public static Bench Bench { get; } = new("access-log", "what writing a read down adds to it, for one reader and for many at once", RunAsync);

    private static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var database = await run.House.FreshAsync("access_log", ct);
        var journey = await LongJourney.RecordAsync(database, ct);
        var caller = new Caller("bench", "Coordination", "VOLUNTARY", Role.Coordinator, LongJourney.Partnership) { FamilyName = "Fictional" };
        var (written, unwritten) = (Door(database, database.AccessLog), Door(database, new NoLog()));
        foreach (var readers in Readers)
        {
            var (with, without) = (new List<double>(), new List<double>());
            for (var turn = -1; turn < run.Options.Turns; turn++)
            {
                var first = await TimesAsync(written, caller, journey, readers, ct);
                var second = await TimesAsync(unwritten, caller, journey, readers, ct);
                // The first turn warms up.
                if (turn < 0) continue;
                with.AddRange(first);
                without.AddRange(second);
            }

            var of = readers == 1 ? "1 reader" : $"{readers} readers at once";
            var (ours, bare) = (Statistics.Quantile(with, 0.5), Statistics.Quantile(without, 0.5));
            var note = $"{with.Count} reads of a journey of {LongJourney.Facts} facts; baseline: the same door with a log that writes nothing";
            run.Add(new Measurement($"access log: reading door p50, {of}", "ms", ours, bare, null, note));
            run.Add(new Measurement($"access log: reading door p95, {of}", "ms", Statistics.Quantile(with, 0.95), Statistics.Quantile(without, 0.95), null, "the same"));
            run.Add(new Measurement($"access log: added at p50, {of}", "ms", ours - bare, null, readers == 1 ? Budget.AtMost(1) : null, "the first line less its baseline"));
        }
    }

    private static ReadingDoor Door(JourneyDatabase database, IAccessLog log) => new(database.Journal, database.Sealing, database.Vault, log, database.Access, TimeProvider.System);

    private static async Task<IEnumerable<double>> TimesAsync(ReadingDoor door, Caller caller, JourneyId journey, int readers, CancellationToken ct)
    {
        var times = await Task.WhenAll(Enumerable.Range(0, readers).Select(_ => Task.Run(
            async () =>
            {
                var mine = new List<double>();
                for (var n = 0; n < Reads / readers; n++) mine.Add(1000 * await Statistics.SecondsAsync(() => door.JourneyAsync(caller, journey, null, null, "bench", ct)));
                return mine;
            },
            ct)));
        return times.SelectMany(t => t);
    }

    /// <summary>Only here: nothing in the product reads without writing it down.</summary>
    private sealed class NoLog : IAccessLog
    {
        public Task WriteAsync(IReadOnlyList<AccessEntry> entries, CancellationToken ct) => Task.CompletedTask;
    }
}
