using System.CommandLine;
using System.Diagnostics;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Makes the next generation of the evaluator's store, and lets it take the place of the current one.</summary>
internal sealed class OutcomesBuildVerb : Verb
{
    private const int BetweenLines = 10_000;
    private readonly Option<bool> whole = new("--whole") { Description = "From nothing, also where only changed journeys would have to be replaced" };

    public OutcomesBuildVerb() : base("build", "Make the next generation of the store: changed journeys are replaced in a copy, which then takes the place of the current one")
    {
        Options.Add(ReadingOptions.Partnership);
        Options.Add(whole);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var stores = await Stores.OpenAsync(session, cancellation);
        var takesOver = !session.Get(whole) && stores.Store.CanTakeOver && stores.Store.Standing() is { Frozen: 0 };
        var after = takesOver ? stores.Store.Standing()!.Position : (long?)null;
        var door = new OutcomesDoor(stores.House.Database.Journal, stores.House.Database.AccessLog, TimeProvider.System);
        using var next = stores.Store.Begin(takesOver);
        var read = await door.ReadAsync(
            stores.Caller, after, "journey outcomes build", (id, journey) =>
            {
                if (journey is null) next.Remove(id);
                else next.Put(id, journey, JourneyStatus.Of(journey));
                if (next.Women % BetweenLines == 0 && next.Women > 0) session.Say($"{next.Women:n0} women, {next.Facts:n0} facts");
            }, cancellation) ?? throw new RefusedException("You may not count women of this partnership.");
        var generation = next.Complete(read.Position, House.Now, read.Frozen);
        var took = Stopwatch.GetElapsedTime(begun);
        session.Answer(new { generation, Replaced = takesOver, Seconds = Math.Round(took.TotalSeconds, 1) }, output =>
        {
            Stores.Write(generation, output);
            output.WriteLine($"{(takesOver ? "Changed journeys were replaced" : "Built from nothing")} in {took.TotalSeconds:n1} s.");
        });
        return ExitCode.Done;
    }
}
