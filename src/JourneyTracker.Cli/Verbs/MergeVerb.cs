using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Two journeys are one woman's.</summary>
internal sealed class MergeVerb : JourneyVerb
{
    private readonly Argument<string> merged = JourneyArgument.Make("OTHER", "The journey that is read as part of it from then on");
    private readonly Option<MergeReason?> why = PlainOptions.OneOf<MergeReason>("--why", "What shows that they are one woman's");

    public MergeVerb() : base("merge", "Read two journeys as one woman's from now on; ./journey unmerge undoes it",
        Role.Coordinator, JourneyArgument.Make("JOURNEY", "The journey under which she is known from then on: its id or its short name"))
    {
        Arguments.Add(merged);
        why.Required = true;
        foreach (var option in new Option[] { why, JointRecords.Note, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var other = await hers.House.JourneyAsync(hers.Caller, session.Get(merged), cancellation);
        var recorded = JointRecords.Expect(await JointRecords.Door(hers.House).MergeAsync(
            hers.Caller, hers.Id, other, session.Get(why)!.Value, JointRecords.NoteOf(session), "journey merge", cancellation));
        session.Answer(
            new { Survivor = hers.Id.Value, Merged = other.Value, Fact = recorded.Placed.Id.Value, recorded.Placed.Position },
            output => output.WriteLine($"{other.Pseudonym} is read as part of {hers.Id.Pseudonym} from now on (fact {recorded.Placed.Id})."));
        return ExitCode.Done;
    }
}
