using JourneyTracker.Cli.Shell;
using JourneyTracker.Cli.Verbs.Access;
using JourneyTracker.Cli.Verbs.Keys;
using JourneyTracker.Cli.Verbs.Outcomes;

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
        new LimitVerb(),
        new RestrictVerb(),
        new LiftVerb(),
        new EraseVerb(),
        new PathwaysVerb(),
        new SupportVerb(),
        new TodayVerb(),
        new RecallLawVerb(),
        new FindingsVerb(),
        new DatesVerb(),
        new AccessLogVerb(),
        new WhoLookedVerb(),
        new AccessFindingsVerb(),
        new AgreementsVerb(),
        new OutcomesVerb(),
        new ServeVerb(),
        new DemoVerb(),
        new SimulateVerb(),
        new DatabaseVerb(),
        new DoctorVerb(),
        new KeysVerb(),
        new RebuildVerb(),
        new FactsVerb(),
        new DefinitionsVerb(),
        new ImportVerb(),
        new TestVerb(),
        new BenchVerb(),
    ];
}
