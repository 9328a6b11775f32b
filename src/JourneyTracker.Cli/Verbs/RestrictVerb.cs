using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Processing of a fact, or of a whole journey, is restricted.</summary>
internal sealed class RestrictVerb : JourneyVerb
{
    private readonly Option<RestrictionGround?> why = PlainOptions.OneOf<RestrictionGround>("--why", "On what ground");
    private readonly Option<FactId?> fact = RestrictionOptions.Fact("--fact", "One fact, by the id of its latest form; the whole journey when not said");

    public RestrictVerb() : base("restrict", "Restrict processing: a fact, or a whole journey, stays on record and counts in nothing; ./journey lift undoes it", Role.Coordinator)
    {
        why.Required = true;
        foreach (var option in new Option[] { why, fact, JointRecords.Note, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var restriction = new ProcessingRestricted(session.Get(why)!.Value, session.Get(fact), JointRecords.NoteOf(session)) { HappenedOn = LondonDay.Of(House.Now) };
        var recorded = JointRecords.Expect(await hers.House.Recording.RecordAsync(hers.Caller, new Submission(hers.Id, restriction), "journey restrict", cancellation));
        session.Answer(
            new { Journey = hers.Id.Value, Restriction = recorded.Placed.Id.Value, Restricts = restriction.Restricts?.Value, recorded.Placed.Position },
            output => output.WriteLine($"{(restriction.Restricts is { } one ? $"Fact {one} of {hers.Id.Pseudonym}" : $"Everything on record of {hers.Id.Pseudonym}")} counts in nothing from now on (restriction {recorded.Placed.Id})."));
        return ExitCode.Done;
    }
}
