using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Cli.Verbs;
using Xunit.Sdk;

namespace JourneyTracker.IntegrationTests.Walk;

/// <summary>The verbs of the command line as the program itself lists them, with the words that each needs.</summary>
internal static class VerbWords
{
    /// <summary>What else a verb must be told.</summary>
    private static readonly Dictionary<string, string[]> Needed = new()
    {
        ["merge"] = ["--why", "same-identifier"],
        ["unmerge"] = ["--why", "wrong-woman"],
        ["restrict"] = ["--why", "ordered"],
        ["erase"] = ["--reason", "she asked"],
        ["move"] = ["--to", "elsewhere"],
        ["identify"] = ["--born", "1990-03-01"],
        ["find"] = ["Zenobia"],
        ["diff"] = ["--from-day", "2024-01-01", "--to-day", "2024-02-01"],
        ["custody"] = ["--from", "2024-01-01", "--to", "2024-02-01"],
    };

    /// <summary>Serve, change everything or make everything up: they name no journey.</summary>
    private static readonly string[] NotAboutHer = ["serve", "simulate", "import", "rebuild"];

    /// <summary>Each place in which a verb names a journey: the words, with the journey in it. Not the one verb that ends a limit, which must reach her by her id: it has a test of its own.</summary>
    /// <param name="name">The journey.</param>
    /// <param name="other">A journey for a further place.</param>
    public static IEnumerable<string[]> Naming(string name, string other)
    {
        foreach (var verb in All().Where(v => v is not LimitVerb))
        {
            var places = verb.Arguments.Where(a => a.Name is "JOURNEY" or "OTHER").ToList();
            for (var at = 0; at < places.Count; at++)
                yield return [verb.Name, .. places.Select((_, i) => i == at ? name : other), .. NeedOf(verb)];
            foreach (var option in verb.Options.Where(o => o.HelpName == "JOURNEY")) yield return [verb.Name, option.Name, name, .. NeedOf(verb)];
        }
    }

    /// <summary>Verbs that answer about a partnership's women together.</summary>
    public static IEnumerable<string[]> OfAll() => All()
        .Where(v => v.Options.Contains(ReadingOptions.Partnership) && !v.Arguments.Any(a => a.Name is "JOURNEY") && !NotAboutHer.Contains(v.Name) && v is not DatesVerb)
        .Select(v => new[] { v.Name }.Concat(NeedOf(v)).ToArray());

    private static IEnumerable<Command> All() => AllVerbs.Make().SelectMany(v => v.Subcommands.Prepend(v));

    private static string[] NeedOf(Command verb)
    {
        var needed = Needed.GetValueOrDefault(verb.Name, []);
        return verb.Options.FirstOrDefault(o => o.Required && !needed.Contains(o.Name)) is { } unknown
            ? throw new XunitException($"The walk does not know what to say for {unknown.Name} of {verb.Name}: say it in VerbWords.Needed.")
            : needed;
    }
}
