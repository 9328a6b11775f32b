using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Cli.Verbs;

/// <summary>The verbs, in the order in which help names them.</summary>
internal static class AllVerbs
{
    public static IEnumerable<Verb> Make() =>
    [
        new StagesVerb(),
        new CustodyVerb(),
        new ShowVerb(),
        new ReplayVerb(),
        new DiffVerb(),
        new WhoCouldSeeVerb(),
        new FindVerb(),
        new DuplicatesVerb(),
        new IdentifyVerb(),
        new MergeVerb(),
        new UnmergeVerb(),
        new MoveVerb(),
        new RestrictVerb(),
        new LiftVerb(),
        new EraseVerb(),
        new PathwaysVerb(),
        new SupportVerb(),
        new RecallLawVerb(),
        new FindingsVerb(),
        new DatesVerb(),
        new ServeVerb(),
        new DemoVerb(),
        new SimulateVerb(),
        new DatabaseVerb(),
        new DoctorVerb(),
        new RebuildVerb(),
        new FactsVerb(),
        new DefinitionsVerb(),
        new ImportVerb(),
        new TestVerb(),
        new BenchVerb(),
    ];
}
