using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Who alone may know of a woman, for her safety; or that it is no longer limited.</summary>
internal sealed class LimitVerb : JourneyVerb
{
    private readonly Option<string[]> to = new("--to") { Description = "An agency, or AGENCY/PERSON for one person of it by user name; once for each. Nobody else finds her, not even who limits it", HelpName = "WHOM" };
    private readonly Option<bool> lift = new("--lift") { Description = "It is no longer limited who may know of her" };

    public LimitVerb() : base("limit", "Say who alone may know of a woman, for her safety: to everybody else there is no such journey; --lift ends it", journey: JourneyArgument.Make(description: "The journey; one that is limited already is found by its id alone"))
    {
        foreach (var option in new Option[] { to, lift, JointRecords.Note, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override void Check(Session session)
    {
        if ((session.Get(to) is { Length: > 0 }) == session.Get(lift))
            throw new RefusedException("It is not said who may know of her.", "--to", "Name each agency or person with --to, or end a limit with --lift.") { IsWrongUsage = true };
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var today = LondonDay.Of(House.Now);
        var note = JointRecords.NoteOf(session);
        AccessRule rule = session.Get(lift)
            ? new AccessLimitLifted(note) { HappenedOn = today }
            : new AccessLimited(Protected.Of<ValueList<Recipient>>([.. session.Get(to)!.Select(Named)]), note) { HappenedOn = today };
        var door = new HouseAccessDoor(hers.House.Database.Journal, hers.House.Database.AccessLog, TimeProvider.System);
        var recorded = JointRecords.Expect(await door.RecordAsync(hers.Caller, hers.Id, rule, "journey limit", cancellation));
        session.Answer(
            new { Journey = hers.Id.Value, Fact = recorded.Placed.Id.Value, recorded.Placed.Position, Limited = rule is AccessLimited },
            output => output.WriteLine(rule is AccessLimited
                ? $"{hers.Id.Pseudonym} ({hers.Id}) is found by those who are named and by nobody else from now on. Keep her id: the short name finds her no more."
                : $"{hers.Id.Pseudonym} is found by everybody who may know of journeys here again."));
        return ExitCode.Done;
    }

    private static Recipient Named(string whom) => whom.LastIndexOf('/') is var slash and > 0 ? new Recipient(whom[..slash], whom[(slash + 1)..]) : new Recipient(whom);
}
