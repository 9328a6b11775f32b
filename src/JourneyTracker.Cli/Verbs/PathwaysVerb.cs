using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs;

/// <summary>One woman's pathways on a day.</summary>
internal sealed class PathwaysVerb : JourneyVerb
{
    private readonly Option<DateOnly?> on = ReadingOptions.Day("--on", "The day to answer for, as 2024-03-01; today when not said");

    public PathwaysVerb() : base("pathways", "Show one woman's pathways on any day: needs before and after, referrals and waits, and what became of her after release")
    {
        foreach (var option in new Option[] { on, ReadingOptions.KnownAt, ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var reading = await hers.House.Reading.PathwaysAsync(hers.Caller, hers.Id, session.Get(on), session.Get(ReadingOptions.KnownAt), "journey pathways", cancellation)
            ?? throw hers.NotHere;
        session.SayIfAny(reading.Journey.FrozenFrom is null ? null : JourneyReading.FrozenInWords);
        session.Answer(PathwaysDocument.Of(reading), output => PathwayWords.Write(reading, output));
        return ExitCode.Done;
    }
}
