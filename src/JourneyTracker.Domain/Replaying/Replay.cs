using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Replaying;

/// <summary>Turns what was recorded into what counts. The order in which facts were recorded does not matter beyond breaking ties within a day.</summary>
public static class Replay
{
    /// <param name="recorded">One journey's facts in version order; those of journeys merged into it may follow.</param>
    /// <param name="knownAt">The last position that was known; null for all.</param>
    public static EffectiveJourney Of(IReadOnlyList<RecordedFact> recorded, long? knownAt = null)
    {
        var chains = new Dictionary<FactId, Chain>(recorded.Count);
        var facts = new List<Chain>(recorded.Count);
        List<RecordedFact>? loose = null;
        Restrictions? restrictions = null;
        foreach (var fact in recorded)
        {
            if (fact.Position > knownAt) continue;
            switch (fact.Fact)
            {
                case Corrected correction when Latest(chains, correction.Replaces) is { } chain:
                    chain.Latest = fact;
                    chain.Fact = correction.With;
                    chains[fact.Id] = chain;
                    break;
                case Withdrawn withdrawal when Latest(chains, withdrawal.Withdraws) is { } chain:
                    chain.WithdrawnBy = fact;
                    break;
                case Corrected or Withdrawn:
                    (loose ??= []).Add(fact);
                    break;
                case ProcessingRestricted or RestrictionLifted:
                    (restrictions ??= new()).Take(fact);
                    break;
                case JourneysMerged or JourneysUnmerged:
                    break;
                default:
                    var begun = new Chain(fact);
                    if (chains.TryAdd(fact.Id, begun)) facts.Add(begun);
                    break;
            }
        }

        var effective = new List<EffectiveFact>(facts.Count);
        List<WithheldFact>? withheld = null;
        foreach (var chain in facts)
        {
            if ((chain.WithdrawnBy ?? restrictions?.Of(chain.First, id => chains.GetValueOrDefault(id)?.First.Id)) is { } by) (withheld ??= []).Add(new WithheldFact(chain.First, by));
            else effective.Add(new EffectiveFact(chain.Fact, chain.First, chain.Latest));
        }

        InOrderOfHappening.Sort(effective);
        return new EffectiveJourney(effective, loose ?? (IReadOnlyList<RecordedFact>)[]) { Withheld = withheld ?? (IReadOnlyList<WithheldFact>)[] };
    }

    /// <summary>The latest recorded form of a fact; null when it is not there, was withdrawn, or has since been corrected.</summary>
    private static Chain? Latest(Dictionary<FactId, Chain> chains, FactId id) =>
        chains.TryGetValue(id, out var chain) && chain.WithdrawnBy is null && chain.Latest.Id == id ? chain : null;

    private sealed class Chain(RecordedFact first)
    {
        public RecordedFact First { get; } = first;

        public RecordedFact Latest { get; set; } = first;

        public Fact Fact { get; set; } = first.Fact;

        public RecordedFact? WithdrawnBy { get; set; }
    }
}
