using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Api;

namespace JourneyTracker.Cli.Verbs;

/// <summary>One journey: stage, spells, matters, facts.</summary>
internal sealed class ShowVerb : Verb
{
    private readonly Argument<string> journey = JourneyArgument.Make();

    public ShowVerb() : base("show", "Show one journey: stage, spells, matters and facts, as at any day and as known at any instant")
    {
        Arguments.Add(journey);
        foreach (var option in new Option[] { ReadingOptions.AsAt, ReadingOptions.KnownAt, ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation);
        var id = await house.JourneyAsync(caller, session.Get(journey), cancellation);
        var reading = await house.Reading.JourneyAsync(caller, id, session.Get(ReadingOptions.AsAt), session.Get(ReadingOptions.KnownAt), "journey show", cancellation)
            ?? throw JourneyArgument.NotHere(session.Get(journey));
        session.SayIfAny(reading.FrozenFrom is null ? null : JourneyReading.FrozenInWords);
        session.Answer(JourneyJson.Of(reading), output => Write(reading, output));
        return ExitCode.Done;
    }

    private static void Write(JourneyReading reading, TextWriter output)
    {
        JourneyWords.WriteHead(reading, output);
        JourneyWords.WriteSpellsAndMatters(reading, output);
        output.WriteLine("Facts, newest first");
        foreach (var entry in reading.Timeline) output.WriteLine("  " + JourneyWords.Of(entry));
    }
}
