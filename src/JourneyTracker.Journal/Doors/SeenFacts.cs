using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Doors;

/// <summary>Opens of some facts what one viewer may see of each.</summary>
internal static class SeenFacts
{
    /// <param name="protectedValues">Opens them.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="stored">Each journey's facts as stored.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>>> OpenAsync(
        IProtectedValues protectedValues, Viewer viewer, IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> stored, CancellationToken ct)
    {
        var sights = stored.Values.SelectMany(facts => facts).Where(f => f.Unreadable is null).Select(f => (Fact: f, Sight: viewer.Of(f))).ToList();
        var opened = await protectedValues.OpenAsync([.. sights.Where(s => s.Sight == Sight.Seen).Select(s => s.Fact)], ct);
        var inPart = sights.Where(s => s.Sight == Sight.InPart).Select(s => s.Fact with { Fact = s.Fact.Fact.Open(Protected.Withheld) });
        // A merge stands in two journeys under one id.
        var seen = opened.Concat(inPart).ToDictionary(f => (f.Journey, f.Id));
        return stored.ToDictionary(
            j => j.Key, j => (IReadOnlyList<RecordedFact>)[.. j.Value.Select(f => seen.GetValueOrDefault((f.Journey, f.Id), f))]);
    }

    /// <summary>Without those of which the viewer may not know, because they are spent.</summary>
    public static IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> Known(Viewer viewer, IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> stored) =>
        viewer.Access.Spent.Count == 0 ? stored : stored.ToDictionary(j => j.Key, j => (IReadOnlyList<RecordedFact>)[.. j.Value.Where(f => !viewer.Access.Spent.Contains(f.Id))]);
}
