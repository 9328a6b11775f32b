using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Identity.Matching;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Looks for a woman by who she is.</summary>
internal sealed class FindVerb : Verb
{
    private readonly Argument<string[]> name = new("NAME") { Description = "Words of her name, or of another she was known by; a sound alike will do", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> number = new("--number") { Description = "A PNC, CRO, CRN or prison number", HelpName = "NUMBER" };
    private readonly Option<DateOnly?> born = ReadingOptions.Day("--born", "Her date of birth, as 1990-03-01");

    public FindVerb() : base("find", "Look for a woman by name, alias, number or date of birth")
    {
        Arguments.Add(name);
        foreach (var option in new Option[] { number, born, ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var words = string.Join(' ', session.Get(name) ?? []);
        var query = new PersonQuery(words.Length > 0 ? words : null, session.Get(number), session.Get(born));
        if (query is { Name: null, Number: null, DateOfBirth: null })
            throw new RefusedException("Nothing was said to look for.", how: "Give a name, --number or --born.") { IsWrongUsage = true };
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation);
        var found = await new IdentityDoor(house.Database.Vault, house.Database.AccessLog, house.Database.Access, TimeProvider.System).FindAsync(caller, query, "journey find", cancellation)
            ?? throw new RefusedException("You may not know who they are.");
        session.Answer(
            new { Found = found.Select(f => new { Journey = f.Journey.Value, f.Journey.Pseudonym, f.Person.Name, f.Person.DateOfBirth }) },
            output =>
            {
                if (found.Count == 0) output.WriteLine("Nobody here fits.");
                foreach (var (journey, person) in found) output.WriteLine($"{journey.Pseudonym}  {journey}  {person.Name}{(person.DateOfBirth is { } day ? $", born {day:yyyy-MM-dd}" : "")}");
            });
        return ExitCode.Done;
    }
}
