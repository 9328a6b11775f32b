using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Matters;

/// <summary>Facts, and what was said of them afterwards: for each, a chain of corrections that may end in a withdrawal.</summary>
internal sealed class Script
{
    private readonly List<List<(FactId Id, Fact Fact)>> chains;
    private readonly int shuffle;

    public Script(Fact[] facts, IReadOnlyList<(int At, Fact With, bool Withdraw)> changes, int shuffle)
    {
        this.shuffle = shuffle;
        chains = [.. facts.Select((f, i) => new List<(FactId, Fact)> { (A.Id(i + 1), f) })];
        foreach (var (at, with, withdraw) in changes)
        {
            var chain = chains[at];
            if (chain[^1].Fact is Withdrawn) continue;
            var id = A.Id(1_000 + chains.Sum(c => c.Count));
            chain.Add((id, withdraw
                ? new Withdrawn(chain[^1].Id, CorrectionReason.Other) { HappenedOn = RandomJourney.First.AddDays(200) }
                : new Corrected(chain[^1].Id, with, CorrectionReason.Other) { HappenedOn = RandomJourney.First.AddDays(200) }));
        }
    }

    /// <summary>All facts first, then all that was said of them.</summary>
    public IEnumerable<(FactId Id, Fact Fact)> AsWritten => chains.Select(c => c[0]).Concat(chains.SelectMany(c => c.Skip(1)));

    /// <summary>
    /// In an order of its own, except that a correction follows what it corrects, and that facts which stand equal in the order of happening (same day, same place
    /// in the order of the day, same time or none) keep their order: only between these does the journal's own order decide.
    /// </summary>
    public IEnumerable<(FactId Id, Fact Fact)> Shuffled()
    {
        var random = new Random(shuffle);
        var waiting = chains.Select(c => new Queue<(FactId Id, Fact Fact)>(c)).ToList();
        var begun = new HashSet<int>();
        while (waiting.Exists(w => w.Count > 0))
        {
            var at = random.Next(waiting.Count);
            if (waiting[at].Count == 0) continue;
            var mayBegin = begun.Contains(at) || !Enumerable.Range(0, at).Any(earlier => !begun.Contains(earlier) && Tie(earlier, at));
            if (!mayBegin) continue;
            begun.Add(at);
            yield return waiting[at].Dequeue();
        }
    }

    public static EffectiveJourney Replayed(IEnumerable<(FactId Id, Fact Fact)> facts) => Replay.Of(RandomJourney.Numbered(facts));

    private bool Tie(int one, int other) => Now(one) is { } a && Now(other) is { } b && a.HappenedOn.Day == b.HappenedOn.Day
        && a.HappenedOn.Time == b.HappenedOn.Time && FactCatalogue.Of(a).Precedence == FactCatalogue.Of(b).Precedence;

    /// <summary>The fact as it counts in the end; null when it was withdrawn.</summary>
    private Fact? Now(int chain) => chains[chain][^1].Fact switch
    {
        Withdrawn => null,
        Corrected corrected => corrected.With,
        var fact => fact,
    };
}
