using System.CommandLine;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Cli.Verbs;

/// <summary>A fact named on the command line.</summary>
internal static class RestrictionOptions
{
    public static Option<FactId?> Fact(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FACT",
        CustomParser = result =>
        {
            if (FactId.TryParse(result.Tokens[0].Value, null, out var fact)) return fact;
            result.AddError($"{name} \"{result.Tokens[0].Value}\" is not a fact's id: ./journey show JOURNEY --json has them");
            return null;
        },
    };
}
