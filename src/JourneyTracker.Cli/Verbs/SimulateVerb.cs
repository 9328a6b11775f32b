using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Cli.Simulation;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Makes up women's journeys in a partnership of their own: a back history, and with --speed live movement after it.</summary>
internal sealed class SimulateVerb : Verb
{
    private readonly Option<int> women = PlainOptions.Whole("--women", "How many women", "N", otherwise: 300, least: 1, most: 1_000_000);
    private readonly Option<int> years = PlainOptions.Whole("--years", "How many years of back history", "Y", otherwise: 5, least: 1, most: 50);
    private readonly Option<int> seed = PlainOptions.Whole(
        "--seed", "The same seed, women, years and end day give the same facts and ids", "S", otherwise: 1, least: int.MinValue, most: int.MaxValue);
    private readonly Option<DateOnly?> until = ReadingOptions.Day("--until", "The end day: nothing was recorded on it or later; today when not said");
    private readonly Option<double?> speed = PlainOptions.Rate("--speed", "Then go on live: so many movements a minute, dated today, until Ctrl-C", "movements a minute", most: 600);
    private readonly Option<bool> isNew = new("--new-partnership") { Description = "Add the simulated partnership although there is a real one in the database" };

    public SimulateVerb() : base("simulate", "Make up plausible women's journeys in a simulated partnership")
    {
        foreach (var option in new Option[] { women, years, seed, speed, ReadingOptions.Partnership, until, isNew }) Options.Add(option);
    }

    private sealed record Answer(string Partnership, int Seed, DateOnly From, DateOnly Until, int Women, int Facts, int Repeated);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var today = LondonDay.Of(House.Now);
        var end = session.Get(until) ?? today;
        if (end > today) throw new RefusedException($"The end day {end:yyyy-MM-dd} is in the future.", "--until", "Name today or an earlier day.");
        var history = new History(Rates.Load(), session.Get(seed), session.Get(women), session.Get(years), end);
        if (history.FirstDay < SimulatedPartnership.EarliestDay)
            throw new RefusedException($"The table of rates begins on {SimulatedPartnership.EarliestDay:yyyy-MM-dd}.", "--years", "Ask for fewer years.");

        await using var house = await House.OpenAsync(session, cancellation);
        var name = session.Get(ReadingOptions.Partnership) ?? new Partnership("simulated");
        if (!session.Get(isNew)) await SimulatedPartnership.RefuseBesideRealAsync(
            house.Database, name, "Name another folder with --data, or say --new-partnership as well.", cancellation);
        await SimulatedPartnership.EnsureAsync(house.Database, name, "Simulated partnership", cancellation);
        var report = await SimulatedPartnership.LoadAsync(house.Database, name, history, session.Get(years), session.Progress, cancellation);
        var answer = new Answer(name.Name, session.Get(seed), history.FirstDay, end, report.Women, report.Facts, report.Repeated);
        session.Answer(answer, output => output.WriteLine(
            $"{answer.Partnership}: {answer.Facts} facts about {answer.Women} made-up women from {answer.From:yyyy-MM-dd} to {answer.Until:yyyy-MM-dd}; {answer.Repeated} of them had been there before."));
        if (session.Get(speed) is { } pace) await GoOnAsync(session, house, name, pace, cancellation);
        return ExitCode.Done;
    }

    private static async Task GoOnAsync(Session session, House house, Partnership name, double pace, CancellationToken cancellation)
    {
        session.Say("Going on live; Ctrl-C ends it.");
        var live = new LiveMovement(house.Database.Journal, house.Database.Vault, name, Rates.Load(), TimeProvider.System);
        try
        {
            await foreach (var moved in live.RunAsync(pace, cancellation))
                session.Say($"{moved.Journey.Pseudonym}: {moved.From.Words()} → {moved.To.Words()}");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            session.Say("Stopped.");
        }
    }
}
