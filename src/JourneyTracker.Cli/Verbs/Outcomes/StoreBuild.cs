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
    /// <param name="anew">Everything is published again from it.</param>
    /// <returns>The generation, and whether changed journeys were replaced in a copy.</returns>
    public static async Task<(Generation Generation, bool TakesOver)> RunAsync(
        JourneyDatabase database, OutcomesStore store, Caller caller, bool whole, string door, Action<NextGeneration> tell, CancellationToken ct, PublishedLength? published = null, bool anew = false)
    {
        foreach (var edition in anew ? [] : store.Outdated)
        {
            using var again = store.BeginAgain(edition);
            again.CompleteAgain(edition, (await ReadAsync(database, again, caller, null, door, tell, ct, edition.Position)).Frozen);
        }

        var takesOver = !whole && store.CanTakeOver && store.Standing() is { Frozen: 0 };
        var after = takesOver ? store.Standing()!.Position : (long?)null;
        // What is recorded while it is read is in it, and belongs to the days after.
        var now = House.Now;
        using var next = store.Begin(takesOver);
        var (position, frozen) = await ReadAsync(database, next, caller, after, door, tell, ct);
        return (next.Complete(position, now, frozen, published, anew), takesOver);
    }

    /// <summary>Reads journeys into a generation.</summary>
    /// <param name="after">Those alone of which something was recorded after that position; all when null.</param>
    /// <param name="until">With nothing that was recorded after that position; up to now when null.</param>
    /// <returns>The position up to which facts were read, and how many journeys could be read in part alone.</returns>
    public static async Task<(long Position, int Frozen)> ReadAsync(
        JourneyDatabase database, NextGeneration next, Caller caller, long? after, string door, Action<NextGeneration> tell, CancellationToken ct, long? until = null)
    {
        var read = await new OutcomesDoor(database.Journal, database.AccessLog, TimeProvider.System).ReadAsync(
            caller, after, door, (id, journey) =>
            {
                if (journey is null) next.Remove(id);
                else next.Put(id, journey, JourneyStatus.Of(journey));
                if (next.Women % BetweenTellings == 0 && next.Women > 0) tell(next);
            }, ct, until) ?? throw new RefusedException("You may not count women of this partnership.");
        return (read.Position, read.Frozen);
    }
}
