using System.Diagnostics;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Events;

namespace JourneyTracker.Benchmarks.Appending;

/// <summary>The journal on Marten beside the one of our own, which is the baseline here: the same facts, callers and promises, in both of Marten's modes.</summary>
internal static class MartenBench
{
    private const int LoadedJourneys = 2_000;
    private const int FactsEach = 10;
    private static readonly int[] Loads = [1, 16, 256];

    public static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var own = await AppendBench.FreshAsync(run, "beside_marten", ct);
        foreach (var name in new[] { "marten", "marten-rich" })
        {
            var marten = await AppendBench.FreshAsync(run, name.Replace('-', '_'), ct, new JournalChoice(name));
            foreach (var count in Loads)
            {
                await AppendBench.MeasureAsync(
                    run, $"{name}, append, {count} caller{(count == 1 ? "" : "s")}, beside our own journal", count, () => Of(marten), () => Of(own), null, ct);
            }

            var turns = await Statistics.InterleaveAsync(run.Options.Turns, () => LoadAsync(marten, ct), () => LoadAsync(own, ct));
            run.Add($"{name}, load, beside our own journal", "facts/s", turns, null, null);
        }
    }

    private static Task<IAppender> Of(JourneyDatabase database) => Task.FromResult<IAppender>(new OurAppender(database.Journal));

    private static async Task<double> LoadAsync(JourneyDatabase database, CancellationToken ct)
    {
        var mix = new AppendMix();
        Append[] appends = [.. Enumerable.Range(0, LoadedJourneys).Select(_ => mix.NextJourney(FactsEach))];
        var begun = Stopwatch.GetTimestamp();
        await database.Journal.LoadAsync(appends, ct);
        return LoadedJourneys * FactsEach / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
