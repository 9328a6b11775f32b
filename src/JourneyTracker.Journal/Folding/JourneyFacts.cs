using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Journal.Folding;

/// <summary>What can be followed of one journey: all folds and all doors read it by this rule.</summary>
/// <param name="Partnership">Whose journey it is.</param>
/// <param name="Journey">The journey.</param>
/// <param name="Facts">Each journey's in version order, merged ones after her own; of a frozen one only those before the fact that cannot be read.</param>
/// <param name="Frozen">The first fact that cannot be read; null when all can.</param>
internal sealed record JourneyFacts(Partnership Partnership, JourneyId Journey, IReadOnlyList<RecordedFact> Facts, Unreadable? Frozen)
{
    /// <summary>The journey as part of which it is read: then nothing counts here. Null while it stands for itself.</summary>
    public JourneyId? WentTo { get; private init; }

    /// <summary>Whether a merge has ever joined it to another.</summary>
    public bool HasKin { get; private init; }

    /// <summary>The merged journeys that are read as part of it.</summary>
    public IReadOnlyList<JourneyId> Merged { get; private init; } = [];

    /// <param name="hers">All facts of one journey in version order, at least one.</param>
    public static JourneyFacts Of(IReadOnlyList<RecordedFact> hers)
    {
        var frozen = hers.FirstOrDefault(f => f.Unreadable is not null);
        return new JourneyFacts(
            hers[0].Partnership, hers[0].Journey, frozen is null ? hers : [.. hers.TakeWhile(f => f.Unreadable is null)],
            frozen is null ? null : new Unreadable(frozen.Position, frozen.Id, frozen.Unreadable!));
    }

    /// <summary>The same with regard to merges.</summary>
    /// <param name="journey">One of the journeys.</param>
    /// <param name="kin">Its facts, and those of every journey that its merges name, directly or through others.</param>
    /// <param name="upTo">The last position that counts; null for all.</param>
    /// <returns>Null when nothing of it was on record by then.</returns>
    public static JourneyFacts? Of(JourneyId journey, IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> kin, long? upTo)
    {
        var hers = Until(kin[journey], upTo);
        if (hers.Count == 0) return null;
        if (!Kindred.Has(hers)) return Of(hers);
        var kindred = new Kindred(kin);
        if (kindred.WentTo(journey, upTo) is { } survivor) return Of(hers) with { HasKin = true, WentTo = survivor };
        var parts = kindred.PartsOf(journey, upTo).Select(p => Of(Until(kin[p], upTo))).ToList();
        return parts[0] with
        {
            HasKin = true,
            // A merge stands in both journeys under one id.
            Facts = [.. parts.SelectMany(p => p.Facts).DistinctBy(f => f.Id)],
            Frozen = parts.Select(p => p.Frozen).Where(f => f is not null).MinBy(f => f!.Position),
            Merged = [.. parts.Skip(1).Select(p => p.Journey)],
        };
    }

    /// <summary>What counts of it.</summary>
    public EffectiveJourney Replayed() => Replay.Of(WentTo is null ? Facts : []);

    private static IReadOnlyList<RecordedFact> Until(IReadOnlyList<RecordedFact> facts, long? upTo) =>
        upTo is null || facts.All(f => f.Position <= upTo) ? facts : [.. facts.Where(f => f.Position <= upTo)];
}

/// <summary>A fact that this version of the program cannot read.</summary>
/// <param name="Position">Where it stands in the journal.</param>
/// <param name="Fact">The fact.</param>
/// <param name="What">What went wrong, in words.</param>
internal sealed record Unreadable(long Position, FactId Fact, string What);
