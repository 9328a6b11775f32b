using System.CommandLine;
using System.Diagnostics;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Makes the next generation of the evaluator's store, and lets it take the place of the current one.</summary>
internal sealed class OutcomesBuildVerb : Verb
{
    private readonly Option<string?> published = new("--published") { Description = "About which periods figures leave to who is no evaluator: every quarter, half-year or year; as before when not said, a quarter at first. Another length holds from the next year of which nothing is published", HelpName = "LENGTH" };
    private readonly Option<bool> anew = new("--publish-anew") { Description = "Publish everything again from this build, as after an error in what was published: who kept the earlier figures can set them against these" };
    private readonly Option<bool> whole = new("--whole") { Description = "From nothing, also where only changed journeys would have to be replaced" };

    public OutcomesBuildVerb() : base("build", "Make the next generation of the store: changed journeys are replaced in a copy, which then takes the place of the current one")
    {
        Options.Add(ReadingOptions.Partnership);
        Options.Add(whole);
        published.AcceptOnlyFromAmong([.. PublishedLengths.Words]);
        Options.Add(published);
        Options.Add(anew);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var stores = await Stores.OpenAsync(session, cancellation);
        var before = stores.Store.Standing()?.Published;
        var remade = session.Get(anew) ? 0 : stores.Store.Outdated.Count;
        var (generation, takesOver) = await StoreBuild.RunAsync(
            stores.House.Database, stores.Store, stores.Caller, session.Get(whole), "journey outcomes build",
            next => session.Say($"{next.Women:n0} women, {next.Facts:n0} facts"), cancellation, PublishedLengths.Of(session.Get(published)), session.Get(anew));
        var took = Stopwatch.GetElapsedTime(begun);
        var isEdition = stores.Store.Editions.Latest?.Number == generation.Number;
        session.Answer(new { generation, IsEdition = isEdition, Replaced = takesOver, Seconds = Math.Round(took.TotalSeconds, 1) }, output =>
        {
            Stores.Write(generation, stores.Store.Editions, output);
            if (before is { } was && was != generation.Published && stores.Store.Editions.HoldsFrom(generation) is > 0 and var year)
                output.WriteLine($"Figures about {year} and later are published about each {generation.Published.Word()}, if the next edition is made before {year}-04-28. Those about earlier years stay about each {stores.Store.Editions.LengthIn(year - 1).Word()}: periods of both lengths together would tell of few women.");
            if (isEdition) output.WriteLine("It is an edition: what is published now leaves from it, and stays as it is whatever is built later.");
            if (remade > 0) output.WriteLine($"{(remade == 1 ? "1 edition was" : $"{remade} editions were")} made again by the rules of this version, of the facts as known then. Where that moved a few women, figures that were given out before and those of now tell of them together: do not give both out.");
            if (session.Get(anew)) output.WriteLine("Everything was published again. Say so beside it, and do not give out earlier figures beside these: together they tell of the women who came between.");
            output.WriteLine($"{(takesOver ? "Changed journeys were replaced" : "Built from nothing")} in {took.TotalSeconds:n1} s.");
        });
        return ExitCode.Done;
    }
}
