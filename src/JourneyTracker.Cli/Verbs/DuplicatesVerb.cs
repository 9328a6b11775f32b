using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Journeys that may be one woman's.</summary>
internal sealed class DuplicatesVerb : Verb
{
    public DuplicatesVerb() : base("duplicates", "Propose journeys that may be one woman's, with the reasons; ./journey merge is for a person to decide")
    {
        foreach (var option in new Option[] { ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation);
        var pairs = await new IdentityDoor(house.Database.Vault, house.Database.AccessLog, house.Database.Access, TimeProvider.System).DuplicatesAsync(caller, "journey duplicates", cancellation)
            ?? throw new RefusedException("You may not know who they are.");
        session.Answer(
            new { Proposals = pairs.Select(p => new { First = p.First.Value, Second = p.Second.Value, p.Why.Strength, p.Why.Reasons }) },
            output =>
            {
                if (pairs.Count == 0) output.WriteLine("No two journeys look like one woman's.");
                foreach (var (first, second, _, _, why) in pairs) output.WriteLine($"{first.Pseudonym} and {second.Pseudonym}: {CodeWords.Of(why.Strength)}; {string.Join(", ", why.Reasons)}");
            });
        return ExitCode.Done;
    }
}
