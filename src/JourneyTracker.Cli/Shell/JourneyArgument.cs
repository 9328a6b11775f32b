using System.CommandLine;
using System.CommandLine.Parsing;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Shell;

/// <summary>A journey named on the command line: by its id, or by the short name that stands on boards.</summary>
internal static class JourneyArgument
{
    public static Argument<string> Make(string name = "JOURNEY", string description = "The journey: its id, or its short name such as W-7F3K2Q") => new(name)
    {
        Description = description,
        CustomParser = Named,
    };

    public static Option<string?> Option(string name, string description) => new(name) { Description = description, HelpName = "JOURNEY", CustomParser = Named };

    /// <exception cref="RefusedException">There is none, or the short name stands for more than one.</exception>
    public static async Task<JourneyId> JourneyAsync(this House house, Caller caller, string? named, CancellationToken ct) =>
        await new JourneyNames(house.Database.Sources, house.Database.Access).FindAsync(caller, named!, ct) switch
        {
            [var only] => only,
            [] => throw NotHere(named),
            var several => throw new RefusedException($"{named} is the short name of more than one journey.", how: $"Name one by its id: {string.Join(", ", several)}."),
        };

    public static RefusedException NotHere(string? named) => new($"There is no journey {named} here.", how: "Check the id and the partnership.");

    private static string Named(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (!JourneyId.TryParse(text, null, out _) && !Pseudonym.TryRange(text, out _, out _))
            result.AddError($"\"{text}\" is neither a journey's id nor its short name, such as W-7F3K2Q");
        return text;
    }
}
