using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Domain.Deciding;

/// <summary>Whether something may be said of two journeys at once.</summary>
public static class DecideOnTwo
{
    /// <summary>What is wrong with merging them; null when nothing is.</summary>
    /// <param name="survivor">The journey under which she is known from then on.</param>
    /// <param name="merged">The other.</param>
    /// <param name="journeys">The facts of both, and of every journey that their merges name; a journey that is not there has none.</param>
    public static Refusal? Merge(JourneyId survivor, JourneyId merged, IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> journeys)
    {
        if (survivor == merged) return new(Rule.Malformed, "A journey cannot be merged with itself.", "Name two journeys.", "merged");
        foreach (var journey in new[] { survivor, merged })
        {
            if (!journeys.TryGetValue(journey, out var facts) || facts.Count == 0)
                return new(Rule.UnknownJourney, $"There is no journey {journey} in this partnership.", "Check the journey's id.");
            if (new Kindred(journeys).WentTo(journey, null) is { } other)
                return new(Rule.VersionConflict, $"Journey {journey} was merged into {other} before.", $"Look at {other}, and merge with that one.");
        }

        return null;
    }
}
