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
        ["export"] = ["--to", Path.Combine(Path.GetTempPath(), $"walked-{Guid.NewGuid():N}"), "--why", "the walk"],
        ["pack"] = ["--to", Path.Combine(Path.GetTempPath(), $"walked-{Guid.NewGuid():N}")],
        ["series"] = ["--change", "2024-02-01"],
        ["measure"] = ["M02", "--from", "2024-01-01", "--to", "2024-02-01"],
    };

    /// <summary>Serve, change everything or make everything up: they name no journey.</summary>
    private static readonly string[] NotAboutHer = ["serve", "simulate", "import", "rebuild"];

    /// <summary>They need a file, and answer out of the evaluator's store, which names nobody.</summary>
    private static readonly string[] OfTheStore = ["attributes", "survival", "map"];

    /// <summary>Each place in which a verb names a journey: the words, with the journey in it. Not the one verb that ends a limit, which must reach her by her id: it has a test of its own.</summary>
    /// <param name="name">The journey.</param>
    /// <param name="other">A journey for a further place.</param>
    public static IEnumerable<string[]> Naming(string name, string other)
    {
        foreach (var (verb, path) in All().Where(v => v.Verb is not LimitVerb))
        {
            var places = verb.Arguments.Where(a => a.Name is "JOURNEY" or "OTHER").ToList();
            for (var at = 0; at < places.Count; at++)
                yield return [.. path, .. places.Select((_, i) => i == at ? name : other), .. NeedOf(verb)];
            foreach (var option in verb.Options.Where(o => o.HelpName == "JOURNEY")) yield return [.. path, option.Name, name, .. NeedOf(verb)];
        }
    }

    /// <summary>Verbs that answer about a partnership's women together.</summary>
    public static IEnumerable<string[]> OfAll() => All()
        .Where(v => v.Verb.Options.Contains(ReadingOptions.Partnership) && !v.Verb.Arguments.Any(a => a.Name is "JOURNEY") && !NotAboutHer.Concat(OfTheStore).Contains(v.Verb.Name) && v.Verb is not DatesVerb)
        .Select(v => v.Path.Concat(NeedOf(v.Verb)).ToArray());

    private static IEnumerable<(Command Verb, string[] Path)> All() => AllVerbs.Make().SelectMany(v => v.Subcommands.Select(s => (s, new[] { v.Name, s.Name })).Prepend((v, [v.Name])));

    private static string[] NeedOf(Command verb)
    {
        var needed = Needed.GetValueOrDefault(verb.Name, []);
        return verb.Options.FirstOrDefault(o => o.Required && !needed.Contains(o.Name)) is { } unknown
            ? throw new XunitException($"The walk does not know what to say for {unknown.Name} of {verb.Name}: say it in VerbWords.Needed.")
            : needed;
    }
}
