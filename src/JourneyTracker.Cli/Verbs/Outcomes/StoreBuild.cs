using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Makes the next generation of an evaluator's store from the journal.</summary>
internal static class StoreBuild
{
    private const int BetweenLines = 10_000;

    /// <param name="store">Whose.</param>
    /// <param name="database">Where the journal is.</param>
    /// <param name="caller">Who counts.</param>
    /// <param name="after">Only journeys of which something was recorded after this position are replaced; null makes it from nothing.</param>
    /// <param name="say">Told how far it is.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Generation> RunAsync(OutcomesStore store, JourneyDatabase database, Caller caller, long? after, Action<string> say, CancellationToken ct)
    {
        var door = new OutcomesDoor(database.Journal, database.AccessLog, TimeProvider.System);
        using var next = store.Begin(takesOver: after is not null);
        var read = await door.ReadAsync(
            caller, after, "journey outcomes build", (id, journey) =>
            {
                if (journey is null) next.Remove(id);
                else next.Put(id, journey, JourneyStatus.Of(journey));
                if (next.Women % BetweenLines == 0 && next.Women > 0) say($"{next.Women:n0} women, {next.Facts:n0} facts");
            }, ct) ?? throw new RefusedException("You may not count women of this partnership.");
        return next.Complete(read.Position, House.Now, read.Frozen);
    }
}
