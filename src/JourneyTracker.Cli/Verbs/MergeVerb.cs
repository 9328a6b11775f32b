using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Two journeys are one woman's.</summary>
internal sealed class MergeVerb : Verb
{
    private readonly Argument<string> survivor = JourneyArgument.Make("JOURNEY", "The journey under which she is known from then on: its id or its short name");
    private readonly Argument<string> merged = JourneyArgument.Make("OTHER", "The journey that is read as part of it from then on");
    private readonly Option<MergeReason?> why = PlainOptions.OneOf<MergeReason>("--why", "What shows that they are one woman's");

    public MergeVerb() : base("merge", "Read two journeys as one woman's from now on; ./journey unmerge undoes it")
    {
        Arguments.Add(survivor);
        Arguments.Add(merged);
        why.Required = true;
        foreach (var option in new Option[] { why, JointRecords.Note, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await JointRecords.CallerAsync(house, session, cancellation);
        var into = await house.JourneyAsync(caller, session.Get(survivor), cancellation);
        var other = await house.JourneyAsync(caller, session.Get(merged), cancellation);
        var recorded = JointRecords.Expect(await JointRecords.Door(house).MergeAsync(
            caller, into, other, session.Get(why)!.Value, JointRecords.NoteOf(session), "journey merge", cancellation));
        session.Answer(
            new { Survivor = into.Value, Merged = other.Value, Fact = recorded.Placed.Id.Value, recorded.Placed.Position },
            output => output.WriteLine($"{other.Pseudonym} is read as part of {into.Pseudonym} from now on (fact {recorded.Placed.Id})."));
        return ExitCode.Done;
    }
}
