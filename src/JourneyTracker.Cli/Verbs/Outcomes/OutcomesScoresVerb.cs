using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Projections.RecallSupport;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Works out what the rule for support on licence would have said on past days, from what was known then, and puts it into the store for a backtest.</summary>
internal sealed class OutcomesScoresVerb : Verb
{
    private const int Week = 7;

    public OutcomesScoresVerb() : base("scores", "Work out what the rule for support on licence would have said in each past week from what was known then, for a backtest") => Options.Add(ReadingOptions.Partnership);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var stores = await Stores.OpenAsync(session, cancellation);
        var standing = stores.Store.Standing() ?? throw Stores.NothingBuilt;
        if (!stores.Store.CanTakeOver) throw new RefusedException("The store was built by another version.", how: "Build it again with ./journey outcomes build.");
        var (women, last, scores) = (0, LondonDay.Of(standing.BuiltAt).AddDays(-1), new List<ScoreThen>());
        var database = stores.House.Database;
        _ = await new OutcomesDoor(database.Journal, database.AccessLog, TimeProvider.System).ScoreAsync(
            stores.Caller, database.Sealing, standing.Position, "journey outcomes scores", (id, recorded) =>
            {
                var hers = SupportThen.Of(recorded, Week, last).Select(s => new ScoreThen(id, SupportOnLicence.Name, s.LicenceFrom, s.Day, s.Points, s.Needed, s.ByTheSource)).ToList();
                if (hers.Count > 0) women++;
                scores.AddRange(hers);
            }, cancellation) ?? throw new RefusedException("You may not count women of this partnership.");
        using var next = stores.Store.Begin(takesOver: true);
        if (stores.Store.Standing()?.Number != standing.Number) throw new RefusedException("The store was built again meanwhile.", how: "Say it once more.");
        next.PutScores(scores);
        var generation = next.Complete(standing.Position, standing.BuiltAt, standing.Frozen);
        session.Answer(new { generation, Rule = SupportOnLicence.Name, Women = women, Scores = scores.Count }, output =>
            output.WriteLine($"{scores.Count:n0} weeks of {women:n0} women on licence, by {SupportOnLicence.Name}, up to position {standing.Position}. They are for evaluators: ./journey outcomes backtest"));
        return ExitCode.Done;
    }
}
