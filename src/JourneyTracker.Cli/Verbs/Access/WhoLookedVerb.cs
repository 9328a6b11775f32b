using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Journal.AccessLog;

namespace JourneyTracker.Cli.Verbs.Access;

/// <summary>Who did what with one woman's journey, in words that can be given to her.</summary>
internal sealed class WhoLookedVerb : Verb
{
    private readonly Argument<string> journey = JourneyArgument.Make();

    public WhoLookedVerb() : base("who-looked", "Say to a woman who has looked at her record: which role of which agency, when, and why if they said so")
    {
        Arguments.Add(journey);
        foreach (var option in new Option[] { ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation);
        var id = await house.JourneyAsync(caller, session.Get(journey), cancellation);
        var found = await new AccessLogDoor(house.Database, TimeProvider.System).WhoLookedAsync(caller, id, "journey who-looked", cancellation)
            ?? throw JourneyArgument.NotHere(session.Get(journey));
        var told = LooksInWords.Of(found);
        session.Answer(
            new { Journey = id.Value, Looks = told },
            output =>
            {
                output.WriteLine("Who has looked at your record, newest first");
                foreach (var one in told) output.WriteLine($"  {one.Sentence}");
                output.WriteLine(LooksInWords.NotIn);
            });
        return ExitCode.Done;
    }
}
