using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Cli.Verbs;

/// <summary>A woman moves to another partnership.</summary>
internal sealed class MoveVerb : JourneyVerb
{
    private readonly Option<Partnership?> to = new("--to")
    {
        Description = "The partnership she moves to",
        HelpName = "NAME",
        Required = true,
        CustomParser = result =>
        {
            if (Partnership.TryParse(result.Tokens[0].Value, null, out var partnership)) return partnership;
            result.AddError($"\"{result.Tokens[0].Value}\" is not a partnership's name: use lower-case letters, digits and hyphens");
            return null;
        },
    };

    public MoveVerb() : base("move", "Close a journey here and open one in another partnership: who she is goes over, no record does", Role.Coordinator)
    {
        foreach (var option in new Option[] { to, JointRecords.Note, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var other = session.Get(to)!.Value;
        var recorded = JointRecords.Expect(await JointRecords.Door(hers.House).MoveAsync(hers.Caller, hers.Id, other, JointRecords.NoteOf(session), "journey move", cancellation));
        session.Answer(
            new { Journey = hers.Id.Value, Partnership = other.Name, Opened = recorded.Journey.Value, Fact = recorded.Placed.Id.Value, recorded.Placed.Position },
            output => output.WriteLine($"{hers.Id.Pseudonym} moved to {other}, where she is {recorded.Journey.Pseudonym}, {recorded.Journey}."));
        return ExitCode.Done;
    }
}
