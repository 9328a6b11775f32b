using System.Runtime.InteropServices;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Domain.Replaying;

/// <summary>
/// The order of facts: by day; on a day by family, then the usual order of the family, then time, then version (of merged journeys: then position). Only when every fact of a day has its time do
/// the times come first: a time cannot be compared with a fact that has none.
/// </summary>
internal static class InOrderOfHappening
{
    public static void Sort(List<EffectiveFact> facts)
    {
        facts.Sort(ByUsualOrder);
        for (var from = 0; from < facts.Count;)
        {
            var until = from + 1;
            var timed = facts[from].Fact.HappenedOn.Time is not null;
            for (; until < facts.Count && facts[until].Day == facts[from].Day; until++) timed &= facts[until].Fact.HappenedOn.Time is not null;
            if (timed && until - from > 1) CollectionsMarshal.AsSpan(facts)[from..until].Sort(ByTime);
            from = until;
        }
    }

    private static int ByUsualOrder(EffectiveFact a, EffectiveFact b)
    {
        var order = a.Day.CompareTo(b.Day);
        if (order == 0) order = FactCatalogue.Of(a.Fact).Precedence.CompareTo(FactCatalogue.Of(b.Fact).Precedence);
        if (order == 0) order = Nullable.Compare(a.Fact.HappenedOn.Time, b.Fact.HappenedOn.Time);
        if (order == 0) order = a.First.Version.CompareTo(b.First.Version);
        return order != 0 ? order : a.First.Position.CompareTo(b.First.Position);
    }

    private static int ByTime(EffectiveFact a, EffectiveFact b)
    {
        var order = Nullable.Compare(a.Fact.HappenedOn.Time, b.Fact.HappenedOn.Time);
        return order != 0 ? order : ByUsualOrder(a, b);
    }
}
