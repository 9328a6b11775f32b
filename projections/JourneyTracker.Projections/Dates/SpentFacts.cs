using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Law.Records;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.Dates;

/// <summary>
/// The facts that may no longer be told because a caution or conviction is spent (safeguards S10): it, what led to it and what followed from it. Which they are is our
/// own reading: those of the same matter; where no matter is named, police and court facts before it and custody and supervision facts after it.
/// </summary>
public static class SpentFacts
{
    /// <param name="journey">What counts of her.</param>
    /// <param name="today">The day; what is spent from that day on is among them.</param>
    public static IReadOnlySet<FactId> Of(EffectiveJourney journey, DateOnly today)
    {
        var disposals = journey.Facts.Where(f => IsDisposal(f.Fact)).ToList();
        if (disposals.Count == 0) return new HashSet<FactId>();
        var live = OpenOn(journey, today);
        var spent = SpentFrom(journey, today).Where(s => !live.Contains(s.Key)).ToDictionary();
        if (spent.Count == 0) return new HashSet<FactId>();
        return journey.Facts
            .Where(f => RecordParts.IsJustice(RecordParts.Of(f.Fact)) && !live.Contains(f.Id))
            .Where(f => DisposalOf(f, disposals) is { } disposal && spent.TryGetValue(disposal.Id, out var from) && (f.Day < from || f.Day <= disposal.Day))
            .Select(f => f.Id).ToHashSet();
    }

    /// <summary>The disposals that are spent, each with the day from which it is.</summary>
    private static Dictionary<FactId, DateOnly> SpentFrom(EffectiveJourney journey, DateOnly today)
    {
        List<HeldFact> held = [.. journey.Facts.Select(f => new HeldFact(f.Id, f.Fact))];
        return SpentDays.Of(held, LawOfDay.Of(today))
            .Select(m => (Disposal: m.Facts[0], From: m.Answer[DateKind.Spent]))
            .Where(m => m.From <= today)
            .ToDictionary(m => m.Disposal, m => m.From!.Value);
    }

    /// <summary>What an open matter rests on is never kept back.</summary>
    private static HashSet<FactId> OpenOn(EffectiveJourney journey, DateOnly today) =>
        [.. MatterFold.Of(journey).Matters.Where(m => m.IsOpenOn(today)).SelectMany(m => m.Phases).Select(p => p.By)];

    private static EffectiveFact? DisposalOf(EffectiveFact fact, List<EffectiveFact> disposals)
    {
        if (IsDisposal(fact.Fact)) return fact;
        if (fact.Fact.Matter is { } matter) return disposals.FindLast(d => d.Fact.Matter == matter);
        return FollowsADisposal(fact.Fact)
            ? disposals.FindLast(d => d.Day <= fact.Day) ?? disposals.Find(d => d.Day >= fact.Day)
            : disposals.Find(d => d.Day >= fact.Day);
    }

    private static bool IsDisposal(Fact fact) => fact is Cautioned or ConditionallyCautioned or Sentenced;

    private static bool FollowsADisposal(Fact fact) => FactCatalogue.Of(fact).Family is Family.Custody or Family.Supervision
        || fact is OrderCompleted or OrderRevoked or BreachProceedings or ConditionMet or ConditionNotCompliedWith;
}
