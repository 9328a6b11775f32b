using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Domain.Law.Records;

/// <summary>Recalls from a sentence as her facts record them.</summary>
internal static class RecordedRecalls
{
    /// <summary>The latest recall between the day of sentence and the last day of its term, the day of the first, and the days at large of all of them.</summary>
    public static (Recall? Recall, DateOnly? First, int AtLarge) Latest(IReadOnlyList<HeldFact> facts, DateOnly sentenced, DateOnly last, List<string> missing)
    {
        var recalls = facts.Where(f => f.Fact is Recalled && f.Day > sentenced && f.Day <= last).Select(f => Read(f, facts)).ToList();
        if (recalls.Count == 0) return (null, null, 0);
        if (recalls[^1].ReturnedOn is null) missing.Add("She is recalled, not returned, or her return is not recorded.");
        return (recalls[^1], recalls[0].RevokedOn, recalls.Sum(r => r is { RevokedOn: { } revoked, ReturnedOn: { } returned } ? RecallRelease.DaysAtLarge(revoked, returned) : 0));
    }

    private static Recall Read(HeldFact held, IReadOnlyList<HeldFact> facts)
    {
        var fact = (Recalled)held.Fact;
        var next = facts.Where(f => f.Fact is Recalled && f.Day > held.Day).Select(f => (DateOnly?)f.Day).FirstOrDefault();
        var returned = facts.Where(f => IsReturn(f.Fact) && f.Day >= held.Day && (next is null || f.Day < next)).Select(f => (DateOnly?)f.Day).FirstOrDefault();
        var release = facts.Where(f => f.Day <= held.Day).Select(f => f.Fact).OfType<Released>().LastOrDefault();
        var again = facts.Where(f => f.Fact is Released && f.Day >= (returned ?? held.Day) && (next is null || f.Day < next)).Select(f => (DateOnly?)f.Day).FirstOrDefault();
        var onCurfew = fact.FromHomeDetentionCurfew ?? release?.Kind == ReleaseKind.OnHomeDetentionCurfew;
        return new Recall(fact.Kind, fact.RevokedOn ?? held.Day, returned, onCurfew, AsDecided: true, ReleasedOn: returned is null ? null : again);
    }

    private static bool IsReturn(Fact fact) => fact is ReturnedToCustody or Received { Basis: CustodyBasis.Recall };
}
