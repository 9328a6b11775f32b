using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs;

/// <summary>A restriction of processing no longer holds.</summary>
internal sealed class LiftVerb : JourneyVerb
{
    private readonly Option<FactId?> restriction = RestrictionOptions.Fact("--restriction", "Which, by its id; not needed while only one holds");

    public LiftVerb() : base("lift", "Lift a restriction of processing: what it covered counts again", Role.Coordinator)
    {
        foreach (var option in new Option[] { restriction, JointRecords.Note, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var which = session.Get(restriction) ?? await OnlyAsync(hers, cancellation);
        var lifted = new RestrictionLifted(which, JointRecords.NoteOf(session)) { HappenedOn = LondonDay.Of(House.Now) };
        var recorded = JointRecords.Expect(await hers.House.Recording.RecordAsync(hers.Caller, new Submission(hers.Id, lifted), "journey lift", cancellation));
        session.Answer(
            new { Journey = hers.Id.Value, Restriction = which.Value, Fact = recorded.Placed.Id.Value, recorded.Placed.Position },
            output => output.WriteLine($"What restriction {which} covered on {hers.Id.Pseudonym} counts again (fact {recorded.Placed.Id})."));
        return ExitCode.Done;
    }

    private static async Task<FactId> OnlyAsync(HerHouse hers, CancellationToken ct)
    {
        if (!(await hers.House.Database.Access.KnownToAsync(hers.Caller, [hers.Id], ct)).Contains(hers.Id)) throw hers.NotHere;
        return Restrictions.Of(await hers.House.Database.Journal.ReadAsync(hers.Caller.Partnership, hers.Id, upTo: null, ct)).Standing switch
        {
            [var only] => only.Id,
            [] => throw new RefusedException($"No restriction holds on journey {hers.Id}.", how: "Check the journey: a restriction stands on the journey that it was recorded on."),
            var several => throw new RefusedException($"More than one restriction holds on journey {hers.Id}.", how: $"Name one with --restriction: {string.Join(", ", several.Select(r => r.Id))}."),
        };
    }
}
