using System.CommandLine;
using System.CommandLine.Parsing;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Says who a woman is.</summary>
internal sealed class IdentifyVerb : JourneyVerb
{
    private readonly Option<string?> name = new("--name") { Description = "Her name as she uses it; a former one stays as an alias", HelpName = "NAME" };
    private readonly Option<string[]> alias = new("--alias") { Description = "Another name she is or was known by; may be said again", HelpName = "NAME", DefaultValueFactory = _ => [] };
    private readonly Option<DateOnly?> born = ReadingOptions.Day("--born", "Her date of birth, as 1990-03-01");
    private readonly Option<PersonIdentifier[]> number = new("--number")
    {
        Description = $"A number an agency knows her by, as pnc=2003/0011985X ({string.Join(", ", PersonNumbers.Kinds)}); may be said again",
        HelpName = "KIND=NUMBER",
        DefaultValueFactory = _ => [],
        CustomParser = Numbers,
    };

    public IdentifyVerb() : base("identify", "Say who a woman is: names, date of birth and numbers, kept sealed apart from the facts", Role.Coordinator)
    {
        foreach (var option in new Option[] { name, alias, born, number, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var said = new PersonIdentity(session.Get(name), session.Get(born), NullIfNone(session.Get(alias)), NullIfNone(session.Get(number)));
        var door = new IdentifyingDoor(hers.House.Database.Vault, hers.House.Database.AccessLog, hers.House.Database.Access, TimeProvider.System);
        var (known, why) = await door.AddAsync(hers.Caller, hers.Id, said, "journey identify", cancellation);
        if (known is null) throw new RefusedException(why!.What, Where(why.Where, session.Get(number)!), why.How);
        session.Answer(
            new { Journey = hers.Id.Value, hers.Id.Pseudonym, known.Name, known.DateOfBirth, Aliases = known.Aliases ?? [], Identifiers = known.Identifiers ?? [] },
            output => output.WriteLine($"{hers.Id.Pseudonym} is {known.Name ?? "(no name)"}{(known.DateOfBirth is { } day ? $", born {day:yyyy-MM-dd}" : "")}, with {known.Identifiers?.Count ?? 0} numbers."));
        return ExitCode.Done;
    }

    private static PersonIdentifier[] Numbers(ArgumentResult result)
    {
        var numbers = new List<PersonIdentifier>();
        foreach (var token in result.Tokens)
        {
            if (token.Value.Split('=', 2) is [var kind, var value]) numbers.Add(new(kind, value));
            else result.AddError($"--number \"{token.Value}\" names no kind: write it as pnc=2003/0011985X");
        }

        return [.. numbers];
    }

    /// <summary>What the door calls a field, as it stands on the command line.</summary>
    private static string? Where(string? field, PersonIdentifier[] numbers) => field switch
    {
        "name" => "--name",
        "dateOfBirth" => "--born",
        not null when field.StartsWith("aliases", StringComparison.Ordinal) => "--alias",
        not null when Array.Find(numbers, n => PersonNumbers.Problem(n) is not null) is { } wrong => $"--number {wrong.Kind}={wrong.Number}",
        _ => null,
    };

    private static T[]? NullIfNone<T>(T[]? values) => values is { Length: > 0 } ? values : null;
}
