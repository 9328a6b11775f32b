using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Pathways;

namespace JourneyTracker.Journal.Doors;

/// <summary>Lays her pathways out as one caller may see them: the fold is given nothing that the caller may not know.</summary>
internal static class SharedPathways
{
    /// <param name="opened">The journey, read for the caller.</param>
    /// <param name="at">The day and the instant it is read for.</param>
    /// <remarks>What she shares is judged as it stands today and as known now, whatever day is read: what she took back is closed for earlier days too.</remarks>
    public static PathwayReading? Of(OpenedJourney opened, Standpoint at)
    {
        var notShared = Consents.HiddenFrom(opened.Viewer.Caller, opened.Viewer.Access.Journey, opened.Viewer.Today);
        if (opened.At(at) is not { } reading || opened.SeenAt(at) is not { } seen) return null;
        List<EffectiveFact> shared = [.. seen.Journey.Facts.Select(f => f with { Fact = Disclosures.Without(f.Fact, notShared) })];
        return new PathwayReading(reading, PathwayOutcomes.Of(seen.Journey with { Facts = shared }).On(at.Day), notShared, seen.IsPart);
    }
}
