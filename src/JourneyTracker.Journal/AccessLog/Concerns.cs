using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Folding;

namespace JourneyTracker.Journal.AccessLog;

/// <summary>Whether an agency has something to do with a woman: it recorded something on her journey or on one that was merged with it, or she consented that it knows something.</summary>
internal sealed class Concerns(JourneyDatabase database, AccessRows rows)
{
    /// <summary>Those looks of practitioners at women with whom their agency has nothing to do.</summary>
    public async Task<IReadOnlySet<Look>> WithoutAsync(Partnership partnership, IReadOnlyList<Look> looks, CancellationToken ct)
    {
        List<Look> asked = [.. looks.Where(l => l.IsOpening && l.By.Role == Role.Practitioner)];
        var recorders = await rows.RecordersAsync(partnership, [.. asked.Select(l => l.Journey).Distinct()], ct);
        var without = new HashSet<Look>(ReferenceEqualityComparer.Instance);
        foreach (var journey in asked.Where(l => !recorders.Contains((l.Journey, l.By.Agency))).GroupBy(l => l.Journey))
        {
            var kin = await Kin.ReadAsync(database.Journal, partnership, journey.Key, long.MaxValue, ct);
            if (kin.Count == 0) continue;
            var agencies = kin.Values.SelectMany(facts => facts).Select(f => f.RecordedBy.Agency).ToHashSet(StringComparer.Ordinal);
            var known = await KnownAsync(journey.Key, kin, ct);
            without.UnionWith(journey.Where(l => !agencies.Contains(l.By.Agency) && !Consented(known, l)));
        }

        return without;
    }

    private async Task<EffectiveJourney> KnownAsync(JourneyId journey, IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>> kin, CancellationToken ct)
    {
        var sharing = (await database.Sealing.OpenAsync([.. kin.Values.SelectMany(facts => facts).Where(SharedPathways.IsSharing)], ct)).ToDictionary(f => (f.Journey, f.Id));
        var opened = kin.ToDictionary(j => j.Key, j => (IReadOnlyList<RecordedFact>)[.. j.Value.Select(f => sharing.GetValueOrDefault((f.Journey, f.Id), f))]);
        return JourneyFacts.Of(journey, opened, null)?.Replayed() ?? Replay.Of([]);
    }

    private static bool Consented(EffectiveJourney known, Look look) => Enum.GetValues<SharingScope>().Any(scope => Consents.Shares(known, look.By, scope, LondonDay.Of(look.At)));
}
