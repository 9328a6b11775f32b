using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Projections.Pathways;

namespace JourneyTracker.Journal.Doors;

/// <summary>Lays her pathways out as one caller may see them: the fold is given nothing that the caller may not know.</summary>
internal static class SharedPathways
{
    /// <param name="opened">The journey, read for the caller.</param>
    /// <param name="at">The day and the instant it is read for.</param>
    /// <param name="notShared">The disclosures that she does not share with the caller.</param>
    public static PathwayReading? Of(OpenedJourney opened, Standpoint at, IReadOnlySet<string> notShared)
    {
        if (opened.At(at) is not { } reading || opened.SeenAt(at) is not { } seen) return null;
        List<EffectiveFact> shared = [.. seen.Journey.Facts.Select(f => f with { Fact = Disclosures.Without(f.Fact, notShared) })];
        return new PathwayReading(reading, PathwayOutcomes.Of(seen.Journey with { Facts = shared }).On(at.Day), notShared, seen.IsPart);
    }

    /// <summary>
    /// What she shares is judged as it stands today and as known now, whatever day is read: what she took back is closed for earlier days too. It is looked up for
    /// the door, which tells nobody what it read.
    /// </summary>
    public static IReadOnlySet<string> NotShared(
        Caller caller, JourneyId id, IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> stored, IReadOnlyList<RecordedFact> sharing, DateOnly today)
    {
        var open = sharing.ToDictionary(f => (f.Journey, f.Id));
        var known = stored.ToDictionary(j => j.Key, j => (IReadOnlyList<RecordedFact>)[.. j.Value.Select(f => open.GetValueOrDefault((f.Journey, f.Id), f))]);
        return Consents.HiddenFrom(caller, JourneyFacts.Of(id, known, null)?.Replayed() ?? Replay.Of([]), today);
    }

    /// <summary>Whether a recorded fact says what is shared.</summary>
    public static bool IsSharing(RecordedFact recorded) =>
        recorded.Unreadable is null && FactCatalogue.Of(recorded.Fact is Corrected corrected ? corrected.With : recorded.Fact).Family == Family.Sharing;
}
