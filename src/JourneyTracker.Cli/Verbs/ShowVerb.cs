using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Api;

namespace JourneyTracker.Cli.Verbs;

/// <summary>One journey: stage, spells, matters, facts.</summary>
internal sealed class ShowVerb : JourneyVerb
{

    public ShowVerb() : base("show", "Show one journey: stage, spells, matters and facts, as at any day and as known at any instant")
    {
        foreach (var option in new Option[] { ReadingOptions.AsAt, ReadingOptions.KnownAt, ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var reading = await hers.House.Reading.JourneyAsync(hers.Caller, hers.Id, session.Get(ReadingOptions.AsAt), session.Get(ReadingOptions.KnownAt), "journey show", cancellation)
            ?? throw hers.NotHere;
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
