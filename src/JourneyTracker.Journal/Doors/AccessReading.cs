using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;
using JourneyTracker.Projections.Dates;

namespace JourneyTracker.Journal.Doors;

/// <summary>Works out, for the doors, who may know of a journey. What it opens for that is told to nobody.</summary>
internal sealed class AccessReading(IProtectedValues protectedValues)
{
    /// <summary>As it stands with all that is on record now, whatever moment is read.</summary>
    /// <param name="id">The journey.</param>
    /// <param name="stored">Its facts, and those of its kin.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<JourneyAccess> OfAsync(JourneyId id, IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> stored, CancellationToken ct)
    {
        var facts = Hers(id, stored);
        var open = (await protectedValues.OpenAsync([.. facts.Where(SaysWhoMayKnow)], ct)).ToDictionary(f => (f.Journey, f.Id));
        return JourneyAccess.Of(Replay.Of([.. facts.Select(f => open.GetValueOrDefault((f.Journey, f.Id), f))]), isWhole: stored.Values.All(j => j.All(f => f.Unreadable is null)));
    }

    /// <summary>One caller's look at it.</summary>
    public async Task<Viewer> ViewAsync(
        Caller caller, JourneyId id, IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> stored, DateTimeOffset now, CancellationToken ct)
    {
        var access = await OfAsync(id, stored, ct);
        if (!MaySee.SeesSpent(caller)) access = access.WithSpent(SpentFacts.Of(access.Journey, LondonDay.Of(now)), Hers(id, stored));
        return new Viewer(caller, access, now);
    }

    /// <summary>All that can be read of her: what keeps her safe counts also where a record before it cannot be read. A journey that was merged is as safe as the one it went to.</summary>
    private static IReadOnlyList<RecordedFact> Hers(JourneyId id, IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> stored)
    {
        if (stored.Count == 1) return Readable(stored[id]);
        var kindred = new Kindred(stored);
        while (kindred.WentTo(id, null) is { } survivor) id = survivor;
        return [.. kindred.PartsOf(id, null).SelectMany(part => Readable(stored[part])).DistinctBy(f => f.Id)];
    }

    private static IReadOnlyList<RecordedFact> Readable(IReadOnlyList<RecordedFact> facts) => facts.Any(f => f.Unreadable is not null) ? [.. facts.Where(f => f.Unreadable is null)] : facts;

    private static bool SaysWhoMayKnow(RecordedFact recorded) =>
        (recorded.Fact is Corrected corrected ? corrected.With : recorded.Fact) is var fact && (fact is WorkerNamed || FactCatalogue.Of(fact).Family == Family.Sharing);
}
