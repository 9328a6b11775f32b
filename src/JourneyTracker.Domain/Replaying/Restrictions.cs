using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Replaying;

/// <summary>The restrictions of processing on a journey that hold.</summary>
public sealed class Restrictions
{
    private readonly List<RecordedFact> standing = [];

    /// <summary>Those that hold, oldest first.</summary>
    public IReadOnlyList<RecordedFact> Standing => standing;

    /// <summary>The restrictions that a journey's facts leave standing.</summary>
    public static Restrictions Of(IEnumerable<RecordedFact> hers)
    {
        var restrictions = new Restrictions();
        foreach (var fact in hers)
            if (fact.Unreadable is null) restrictions.Take(fact);
        return restrictions;
    }

    /// <summary>Takes a restriction, or one that is lifted; other facts are passed over.</summary>
    public void Take(RecordedFact fact)
    {
        if (fact.Fact is ProcessingRestricted) standing.Add(fact);
        else if (fact.Fact is RestrictionLifted lifted) standing.RemoveAll(r => r.Id == lifted.Restriction);
    }

    /// <summary>The restriction for which a fact does not count; null when it counts, as what keeps her safe always does. One on a whole journey covers that journey's facts, not those of journeys merged with it.</summary>
    /// <param name="first">The recorded fact that began it.</param>
    /// <param name="beginning">Which recorded fact began the one that a recorded fact is a form of.</param>
    public RecordedFact? Of(RecordedFact first, Func<FactId, FactId?> beginning) => first.Fact is ProcessingRestricted or RestrictionLifted or AccessRule ? null : standing.Find(
        r => ((ProcessingRestricted)r.Fact).Restricts is { } one ? beginning(one) == first.Id : r.Journey == first.Journey);
}
