using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Cli.Verbs;

/// <summary>A merge was wrong.</summary>
internal sealed class UnmergeVerb : Verb
{
    private readonly Argument<string> merged = JourneyArgument.Make("JOURNEY", "The journey that was merged into another: its id or its short name");
    private readonly Option<CorrectionReason?> why = PlainOptions.OneOf<CorrectionReason>("--why", "Why the merge was wrong");

    public UnmergeVerb() : base("unmerge", "Undo a merge: read the journey by itself again")
    {
        Arguments.Add(merged);
        why.Required = true;
        foreach (var option in new Option[] { why, JointRecords.Note, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await JointRecords.CallerAsync(house, session, cancellation);
        var journey = await house.JourneyAsync(caller, session.Get(merged), cancellation);
        var recorded = JointRecords.Expect(await JointRecords.Door(house).UnmergeAsync(
            caller, journey, session.Get(why)!.Value, JointRecords.NoteOf(session), "journey unmerge", cancellation));
        session.Answer(
            new { Journey = journey.Value, Fact = recorded.Placed.Id.Value, recorded.Placed.Position },
            output => output.WriteLine($"{journey.Pseudonym} is read by itself again (fact {recorded.Placed.Id})."));
        return ExitCode.Done;
    }
}
