using System.Globalization;
using JourneyTracker.Benchmarks.Simulated;
using JourneyTracker.Cli.Simulation;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Benchmarks.Evaluating;

/// <summary>An evaluator's store filled with simulated women, some thousand at a time, each seed other ones.</summary>
internal static class SimulatedStore
{
    private const int WomenAtOnce = 8_000;
    private const int Years = 4;
    private const int BetweenLines = 1_000_000;

    /// <summary>Nothing is recorded on that day or later.</summary>
    public static readonly DateOnly Until = new(2026, 9, 1);

    /// <param name="Took">Folding, writing and completing; making the facts is not in it.</param>
    public sealed record Built(long Women, long Facts, TimeSpan Took);

    public static Built Build(OutcomesStore store, long facts, Action<string> say, CancellationToken ct)
    {
        var (clock, took, told) = (TimeProvider.System, TimeSpan.Zero, 0L);
        using var next = store.Begin(takesOver: false);
        for (var seed = 1; next.Facts < facts; seed++)
        {
            var history = new History(Rates.Load(), seed, WomenAtOnce, Years, Until);
            var women = Enumerable.Range(0, WomenAtOnce).AsParallel().AsOrdered().WithCancellation(ct).Select(n => Recorded(history.Woman(n))).Where(w => w.Count > 0).ToList();
            var begun = clock.GetTimestamp();
            foreach (var woman in women)
            {
                if (next.Facts >= facts) break;
                var journey = Replay.Of(woman);
                next.Put(woman[0].Journey, journey, JourneyStatus.Of(journey));
            }

            took += clock.GetElapsedTime(begun);
            if (next.Facts / BetweenLines == told) continue;
            told = next.Facts / BetweenLines;
            say(string.Create(CultureInfo.InvariantCulture, $"  {next.Facts:N0} facts after {took.TotalSeconds:0} s"));
        }

        var last = clock.GetTimestamp();
        var generation = next.Complete(next.Facts, clock.GetUtcNow(), 0);
        return new Built(generation.Women, generation.Facts, took + clock.GetElapsedTime(last));
    }

    private static IReadOnlyList<RecordedFact> Recorded(SimulatedWoman woman)
    {
        var sealer = new Sealer();
        return [.. woman.Facts.Select((f, i) => new RecordedFact(
            f.Fact.Id, woman.Journey, SimulatedJourneys.Partnership, i + 1, i + 1, f.RecordedAt, f.By, f.Fact.Source?.System, null, f.Fact.SourceRecordedAt, f.Fact.Fact.Seal(sealer)))];
    }

    /// <summary>Marks what is sealed; nobody opens it, and the store leaves it out.</summary>
    private sealed class Sealer : ISealer
    {
        public string Seal(ReadOnlySpan<byte> plain) => Protected.SealedPrefix + Convert.ToBase64String(plain);

        public byte[]? Open(string sealedValue) => null;
    }
}
