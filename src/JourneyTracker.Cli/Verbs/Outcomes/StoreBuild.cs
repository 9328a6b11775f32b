using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Makes the next generation of a store.</summary>
internal static class StoreBuild
{
    private const int BetweenTellings = 10_000;

    /// <param name="caller">Somebody who counts.</param>
    /// <param name="whole">From nothing, also where only changed journeys would have to be replaced.</param>
    /// <param name="door">Which verb.</param>
    /// <param name="tell">Told now and then how far it is.</param>
    /// <param name="published">How long the periods are about which its figures are published; as before when null.</param>
    /// <returns>The generation, and whether changed journeys were replaced in a copy.</returns>
    public static async Task<(Generation Generation, bool TakesOver)> RunAsync(
        JourneyDatabase database, OutcomesStore store, Caller caller, bool whole, string door, Action<NextGeneration> tell, CancellationToken ct, PublishedLength? published = null)
    {
        var takesOver = !whole && store.CanTakeOver && store.Standing() is { Frozen: 0 };
        var after = takesOver ? store.Standing()!.Position : (long?)null;
        using var next = store.Begin(takesOver);
        var read = await new OutcomesDoor(database.Journal, database.AccessLog, TimeProvider.System).ReadAsync(
            caller, after, door, (id, journey) =>
            {
                if (journey is null) next.Remove(id);
                else next.Put(id, journey, JourneyStatus.Of(journey));
                if (next.Women % BetweenTellings == 0 && next.Women > 0) tell(next);
            }, ct) ?? throw new RefusedException("You may not count women of this partnership.");
        return (next.Complete(read.Position, House.Now, read.Frozen, published), takesOver);
    }
}
