using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Erases who a woman is and what she said, for ever.</summary>
internal sealed class EraseVerb : JourneyVerb
{
    private readonly Option<string> reason = new("--reason") { Description = "Why, in words that do not name her: it stands in the access log", HelpName = "TEXT", Required = true };
    private readonly Option<bool> yes = new("--yes") { Description = "Do it. Without it, only what would be erased is said" };

    public EraseVerb() : base("erase", "Erase a woman for ever: who she is, her words and sensitive codes, on every journey merged into hers; her facts stay countable", Role.Coordinator)
    {
        foreach (var option in new Option[] { reason, yes, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override void Check(Session session)
    {
        if (string.IsNullOrWhiteSpace(session.Get(reason))) throw new RefusedException("--reason says nothing.", how: "Say why, in words that do not name her.") { IsWrongUsage = true };
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var door = new ErasureDoor(hers.House.Database.Journal, hers.House.Database.Vault, hers.House.Database.AccessLog, hers.House.Database.Access, TimeProvider.System);
        var (erasure, why) = await door.PlanAsync(hers.Caller, hers.Id, cancellation);
        if (erasure is null) throw new RefusedException(why!.What, how: why.How);
        if (session.Get(yes)) await door.EraseAsync(hers.Caller, erasure, session.Get(reason)!, "journey erase", cancellation);
        session.Answer(
            new
            {
                Erased = session.Get(yes),
                Journeys = erasure.Journeys.Select(j => j.Value),
                Elsewhere = erasure.Elsewhere.Select(m => new { Partnership = m.Other.Name, Journey = m.Journey?.Value }),
            },
            output => Write(erasure, session.Get(yes), output));
        return session.Get(yes) ? ExitCode.Done : ExitCode.Refused;
    }

    private static void Write(Erasure erasure, bool done, TextWriter output)
    {
        foreach (var one in erasure.Journeys)
            output.WriteLine($"{(done ? "Erased" : "Would be erased")}: {one.Pseudonym}, {one}{(one == erasure.Journeys[0] ? "" : ", which was merged into it")}");
        foreach (var move in erasure.Elsewhere) output.WriteLine($"She moved to {move.Other}, where she is journey {move.Journey}: erase her there too.");
        if (!done) output.WriteLine("Nothing has been erased yet. It cannot be undone: say --yes to do it.");
    }
}
