using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>The evaluator's store: what it is made from and what it says; alone it says what stands there.</summary>
internal sealed class OutcomesVerb : Verb
{
    public OutcomesVerb() : base("outcomes", "Build the evaluator's store and ask it for outcomes over time")
    {
        Options.Add(ReadingOptions.Partnership);
        Options.Add(Stores.Folder);
        Verb[] own =
        [
            new OutcomesBuildVerb(), new OutcomesAttributesVerb(), new OutcomesMeasureVerb(), new OutcomesMeasuresVerb(), new OutcomesSurvivalVerb(), new OutcomesMapVerb(), new OutcomesLogVerb(),
            new OutcomesExportVerb(), new OutcomesCohortVerb(), new OutcomesRerunVerb(), new OutcomesScoresVerb(), new OutcomesPackVerb(), new OutcomesNationalVerb(), new OutcomesCostsVerb(),
        ];
        foreach (var verb in own.Concat(OutcomeKinds.All.Where(k => own.All(v => v.Name != k.Name)).Select(k => new KindVerb(k)))) Subcommands.Add(verb);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var stores = await Stores.OpenAsync(session, cancellation);
        var standing = stores.Store.Standing();
        session.Answer(new { Standing = standing, Editions = stores.Store.Editions.All }, output =>
        {
            if (standing is null) output.WriteLine("Nothing was built yet: ./journey outcomes build");
            else Stores.Write(standing, stores.Store.Editions, output);
            Stores.Write(stores.Store.Editions, output);
        });
        return ExitCode.Done;
    }
}
