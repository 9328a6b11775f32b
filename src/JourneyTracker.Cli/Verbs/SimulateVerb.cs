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
    private readonly Option<int> women = new("--women") { Description = "How many women", HelpName = "N", DefaultValueFactory = _ => 300 };
    private readonly Option<int> years = new("--years") { Description = "How many years of back history", HelpName = "Y", DefaultValueFactory = _ => 5 };
    private readonly Option<int> seed = new("--seed") { Description = "The same seed, women, years and end day give the same facts and ids", HelpName = "S", DefaultValueFactory = _ => 1 };
    private readonly Option<DateOnly?> until = ReadingOptions.Day("--until", "The end day: nothing was recorded on it or later; today when not said");
    private readonly Option<double> speed = new("--speed") { Description = "Then go on live: so many movements a minute, dated today, until Ctrl-C", HelpName = "X" };

    public SimulateVerb() : base("simulate", "Make up plausible women's journeys in a simulated partnership")
    {
        Positive(women, years, speed);
        foreach (var option in new Option[] { women, years, seed, speed, ReadingOptions.Partnership, until }) Options.Add(option);
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
        await SimulatedPartnership.EnsureAsync(house.Database, name, "Simulated partnership", cancellation);
        var report = await SimulatedPartnership.LoadAsync(house.Database, name, history, session.Get(years), session.Progress, cancellation);
        var answer = new Answer(name.Name, session.Get(seed), history.FirstDay, end, report.Women, report.Facts, report.Repeated);
        session.Answer(answer, output => output.WriteLine(
            $"{answer.Partnership}: {answer.Facts} facts about {answer.Women} made-up women from {answer.From:yyyy-MM-dd} to {answer.Until:yyyy-MM-dd}; {answer.Repeated} of them had been there before."));
        if (session.Get(speed) > 0) await GoOnAsync(session, house, name, cancellation);
        return ExitCode.Done;
    }

    private async Task GoOnAsync(Session session, House house, Partnership name, CancellationToken cancellation)
    {
        session.Say("Going on live; Ctrl-C ends it.");
        var live = new LiveMovement(house.Database.Journal, house.Database.Vault, name, Rates.Load(), TimeProvider.System);
        try
        {
            await foreach (var moved in live.RunAsync(session.Get(speed), cancellation))
                session.Say($"{moved.Journey.Pseudonym}: {moved.From.Words()} → {moved.To.Words()}");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            session.Say("Stopped.");
        }
    }

    private static void Positive(Option<int> women, Option<int> years, Option<double> speed)
    {
        women.Validators.Add(r => Require(r.GetValueOrDefault<int>() is >= 1 and <= 1_000_000, r, "--women is a number from 1 to 1,000,000"));
        years.Validators.Add(r => Require(r.GetValueOrDefault<int>() is >= 1 and <= 50, r, "--years is a number from 1 to 50"));
        speed.Validators.Add(r => Require(r.GetValueOrDefault<double>() is > 0 and <= 600, r, "--speed is a number of movements a minute, more than 0 and at most 600"));
    }

    private static void Require(bool holds, System.CommandLine.Parsing.OptionResult result, string rule)
    {
        if (!holds) result.AddError(rule);
    }
}
