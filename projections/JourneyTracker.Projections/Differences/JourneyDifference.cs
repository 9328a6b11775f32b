using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.Differences;

/// <summary>What is different between two replays of one journey, at other instants, on other days, or both.</summary>
/// <param name="Before">The stage on the first day as known at the first position.</param>
/// <param name="After">The stage on the second day as known at the second position.</param>
/// <param name="SpellsGone">Spells of the first replay that the second does not have as they were.</param>
/// <param name="SpellsCome">Spells of the second replay that the first does not have as they are.</param>
/// <param name="Facts">Which facts made it, in the order in which they happened.</param>
public sealed record JourneyDifference(
    Stage Before, Stage After, IReadOnlyList<Spell> SpellsGone, IReadOnlyList<Spell> SpellsCome, IReadOnlyList<FactDifference> Facts)
{
    public bool IsNone => Before == After && SpellsGone.Count == 0 && SpellsCome.Count == 0 && Facts.Count == 0;

    public static JourneyDifference Between(KnownJourney before, KnownJourney after)
    {
        var (was, now) = (before.Status.Spells, after.Status.Spells);
        return new JourneyDifference(
            before.Status.On(before.AsAt), after.Status.On(after.AsAt),
            [.. was.Where(s => !now.Contains(s))], [.. now.Where(s => !was.Contains(s))],
            [.. Changes(before, after).OrderBy(f => f.Day).ThenBy(f => f.Position).Select(f => f.Difference)]);
    }

    private static IEnumerable<(DateOnly Day, long Position, FactDifference Difference)> Changes(KnownJourney before, KnownJourney after)
    {
        var (old, young) = (Side.Of(before), Side.Of(after));
        foreach (var fact in old.Happened.Values.Where(f => !young.Happened.ContainsKey(f.Id))) yield return Of(fact, Gone(fact, young));
        foreach (var fact in young.Happened.Values)
        {
            if (!old.Happened.TryGetValue(fact.Id, out var same)) yield return Of(fact, Come(fact, old));
            else if (same.Latest.Id != fact.Latest.Id) yield return Of(fact, (FactChange.Corrected, fact.Latest.Id));
        }
    }

    private static (DateOnly, long, FactDifference) Of(EffectiveFact fact, (FactChange Change, FactId? By) what) =>
        (fact.Day, fact.First.Position, new FactDifference(fact.Id, what.Change, what.By));

    private static (FactChange, FactId?) Gone(EffectiveFact fact, Side young)
    {
        if (young.Withheld.TryGetValue(fact.Id, out var withheld)) return (FactChange.Withheld, withheld.By.Id);
        if (!young.Known.TryGetValue(fact.Id, out var same)) return (FactChange.Parted, null);
        return same.Latest.Id == fact.Latest.Id ? (FactChange.NotYetHappened, null) : (FactChange.Corrected, same.Latest.Id);
    }

    private static (FactChange, FactId?) Come(EffectiveFact fact, Side old)
    {
        if (old.Withheld.ContainsKey(fact.Id)) return (FactChange.Restored, null);
        if (old.Known.TryGetValue(fact.Id, out var same)) return same.Latest.Id == fact.Latest.Id ? (FactChange.HappenedSince, null) : (FactChange.Corrected, fact.Latest.Id);
        return fact.First.Position > old.Position ? (FactChange.Recorded, fact.Latest.Id) : (FactChange.Joined, null);
    }

    private sealed record Side(
        long Position, Dictionary<FactId, EffectiveFact> Happened, Dictionary<FactId, EffectiveFact> Known, Dictionary<FactId, WithheldFact> Withheld)
    {
        public static Side Of(KnownJourney journey) => new(
            journey.Position, journey.Happened.Facts.ToDictionary(f => f.Id), journey.Known.Facts.ToDictionary(f => f.Id), journey.Known.Withheld.ToDictionary(f => f.Id));
    }
}
