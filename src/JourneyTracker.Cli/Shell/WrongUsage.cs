using System.CommandLine;
using System.CommandLine.Parsing;

namespace JourneyTracker.Cli.Shell;

/// <summary>What is wrong with the words on the command line, said without the parser's own terms.</summary>
internal static class WrongUsage
{
    public static Refusal Of(ParseResult parsed) => new(What(parsed), How: parsed.CommandResult.Command is Verb verb
        ? $"See ./journey {string.Concat(verb.Parents.OfType<Verb>().Select(p => p.Name + " "))}{verb.Name} --help."
        : "See ./journey --help.");

    private static string What(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is [var unknown, ..]) return $"\"{unknown}\" is not understood here.";
        var error = parsed.Errors[0];
        var isOurs = !error.Message.Contains("System.", StringComparison.Ordinal) && !error.Message.Contains("JourneyTracker.", StringComparison.Ordinal);
        return isOurs ? error.Message.TrimEnd('.') + "." : DoesNotFit(error.SymbolResult);
    }

    private static string DoesNotFit(SymbolResult? at)
    {
        var said = at?.Tokens is [var token, ..] ? $"\"{token.Value}\"" : "What was said";
        var option = at as OptionResult ?? at?.Parent as OptionResult;
        return option is null ? $"{said} does not fit here." : $"{said} does not fit {option.Option.Name}.";
    }
}
