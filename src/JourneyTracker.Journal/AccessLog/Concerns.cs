using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Journal.AccessLog;

/// <summary>Whether an agency has something to do with a woman: it recorded something on her journey or on one that was merged with it, or she consented that it knows something.</summary>
internal sealed class Concerns(JourneyDatabase database, AccessRows rows)
{
    private readonly AccessReading access = new(database.Sealing);

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
            var known = (await access.OfAsync(journey.Key, kin, ct)).Journey;
            without.UnionWith(journey.Where(l => !agencies.Contains(l.By.Agency) && !Consented(known, l)));
        }

        return without;
    }

    private static bool Consented(EffectiveJourney known, Look look) => Enum.GetValues<SharingScope>().Any(scope => Consents.Shares(known, look.By, scope, LondonDay.Of(look.At)));
}
