using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Replaying;

/// <summary>
/// Journeys that a merge has ever joined, directly or through others. A merge holds, and an un-merge undoes it, from where both journeys have it on record; so whoever
/// reads only up to a position never sees half of one.
/// </summary>
/// <param name="journeys">Each journey's facts in version order.</param>
public sealed class Kindred(IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> journeys)
{
    /// <summary>Whether its facts say anything of merges. Most journeys' do not, and can be read by themselves.</summary>
    public static bool Has(IReadOnlyList<RecordedFact> own)
    {
        foreach (var fact in own)
            if (fact.Unreadable is null && fact.Fact is JourneysMerged) return true;
        return false;
    }

    /// <summary>The journeys that its merges name, itself too.</summary>
    public static IEnumerable<JourneyId> NamedBy(IReadOnlyList<RecordedFact> own) =>
        own.Where(f => f.Unreadable is null).Select(f => f.Fact).OfType<JourneysMerged>().SelectMany(m => new[] { m.Survivor, m.Merged }).Distinct();

    /// <summary>The journey as part of which it is read; null while it stands for itself.</summary>
    public JourneyId? WentTo(JourneyId journey, long? knownAt) => (MergeOf(journey, knownAt)?.Fact as JourneysMerged)?.Survivor;

    /// <summary>The merge by which it is read as part of another; null while it stands for itself.</summary>
    public RecordedFact? MergeOf(JourneyId journey, long? knownAt) => Standing(journey, knownAt).LastOrDefault(m => ((JourneysMerged)m.Fact).Merged == journey);

    /// <summary>The journey itself and all that are read as part of it.</summary>
    public IReadOnlyList<JourneyId> PartsOf(JourneyId journey, long? knownAt)
    {
        var parts = new List<JourneyId> { journey };
        for (var i = 0; i < parts.Count; i++)
            parts.AddRange(Standing(parts[i], knownAt).Select(m => (JourneysMerged)m.Fact).Where(m => m.Survivor == parts[i]).Select(m => m.Merged).Except(parts).ToList());
        return parts;
    }

    /// <summary>The merges of a journey that hold.</summary>
    private IEnumerable<RecordedFact> Standing(JourneyId journey, long? knownAt)
    {
        var own = Known(journey, knownAt);
        foreach (var recorded in own)
        {
            if (recorded.Fact is not JourneysMerged merge || (merge.Survivor != journey && merge.Merged != journey)) continue;
            var other = Known(merge.Survivor == journey ? merge.Merged : merge.Survivor, knownAt);
            if (other.Exists(f => f.Id == recorded.Id) && !own.Exists(f => Undoes(f, recorded.Id) && other.Exists(o => o.Id == f.Id))) yield return recorded;
        }
    }

    private List<RecordedFact> Known(JourneyId journey, long? knownAt) =>
        journeys.TryGetValue(journey, out var facts) ? [.. facts.TakeWhile(f => f.Unreadable is null).Where(f => !(f.Position > knownAt))] : [];

    private static bool Undoes(RecordedFact recorded, FactId merge) => recorded.Fact is JourneysUnmerged undone && undone.Merge == merge;
}
