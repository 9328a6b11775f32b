using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Cli.Verbs;

/// <summary>A merge was wrong.</summary>
internal sealed class UnmergeVerb : JourneyVerb
{
    private readonly Option<CorrectionReason?> why = PlainOptions.OneOf<CorrectionReason>("--why", "Why the merge was wrong");

    public UnmergeVerb() : base("unmerge", "Undo a merge: read the journey by itself again",
        Role.Coordinator, JourneyArgument.Make("JOURNEY", "The journey that was merged into another: its id or its short name"))
    {
        why.Required = true;
        foreach (var option in new Option[] { why, JointRecords.Note, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var recorded = JointRecords.Expect(await JointRecords.Door(hers.House).UnmergeAsync(
            hers.Caller, hers.Id, session.Get(why)!.Value, JointRecords.NoteOf(session), "journey unmerge", cancellation));
        session.Answer(
            new { Journey = hers.Id.Value, Fact = recorded.Placed.Id.Value, recorded.Placed.Position },
            output => output.WriteLine($"{hers.Id.Pseudonym} is read by itself again (fact {recorded.Placed.Id})."));
        return ExitCode.Done;
    }
}
