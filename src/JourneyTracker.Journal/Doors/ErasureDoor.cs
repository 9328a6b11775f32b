using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Journal.Doors;

/// <summary>The one way to erase a woman: who she is, her words and sensitive codes, on every journey that is read as hers. Her facts stay countable.</summary>
public sealed class ErasureDoor(IJournal journal, IIdentityVault vault, IAccessLog log, AccessBook access, TimeProvider clock)
{
    /// <summary>What erasing her would reach, whichever of her journeys is named. Nothing is done.</summary>
    public async Task<(Erasure? Erasure, Refusal? Why)> PlanAsync(Caller caller, JourneyId named, CancellationToken ct)
    {
        if (caller.Role != Role.Coordinator || !MaySee.Record(caller, caller.Partnership))
            return (null, new(Rule.NotPermitted, "You may not erase anybody here.", "Ask the partnership's coordinator."));
        var journeys = await Kin.ReadAsync(journal, caller.Partnership, named, long.MaxValue, ct);
        if (journeys.Count == 0 || !(await access.KnownToAsync(caller, [named], ct)).Contains(named)) return (null, new(Rule.UnknownJourney, $"There is no journey {named} in this partnership.", "Check the journey's id."));
        var kindred = new Kindred(journeys);
        var survivor = named;
        while (kindred.WentTo(survivor, null) is { } next) survivor = next;
        var hers = kindred.PartsOf(survivor, null);
        if (hers.Where(j => MustBeKept(journeys[j])).ToList() is [var kept, ..])
            return (null, new(Rule.NotPermitted, $"Journey {kept} is restricted, because it must be kept as evidence.", "Lift that restriction first, if it no longer holds: ./journey lift."));
        var facts = hers.SelectMany(j => journeys[j]).Where(f => f.Unreadable is null).Select(f => f.Fact);
        return (new Erasure(hers, [.. facts.OfType<MovedPartnership>().Where(m => m.Direction == MoveDirection.To)]), null);
    }

    /// <summary>Erases what was planned. It is written down before it is done; done again, it does no harm.</summary>
    public async Task EraseAsync(Caller caller, Erasure erasure, string why, string door, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        await log.WriteAsync([.. erasure.Journeys.Select(j => new AccessEntry(at, caller, AccessOperation.Erasure, j, door, Why: why))], ct);
        foreach (var one in erasure.Journeys) await vault.EraseAsync(caller.Partnership, one, CancellationToken.None);
    }

    private static bool MustBeKept(IReadOnlyList<RecordedFact> hers) =>
        Restrictions.Of(hers).Standing.Any(r => r.Fact is ProcessingRestricted { Why: RestrictionGround.KeptAsEvidence });
}

/// <summary>What erasing a woman reaches.</summary>
/// <param name="Journeys">The journey under which she is known, and those that were merged into it.</param>
/// <param name="Elsewhere">Moves to other partnerships: who she is went over, and is erased there.</param>
public sealed record Erasure(IReadOnlyList<JourneyId> Journeys, IReadOnlyList<MovedPartnership> Elsewhere);
