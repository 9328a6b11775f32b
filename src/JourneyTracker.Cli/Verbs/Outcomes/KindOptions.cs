using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>The parameters of a kind of question as options of a verb.</summary>
internal sealed class KindOptions
{
    private readonly List<(string Name, Option Option)> options;

    /// <param name="kind">The kind.</param>
    /// <param name="had">Options of the verb that stand for a parameter of the same name.</param>
    public KindOptions(OutcomeKind kind, params Option[] had) => options =
        [.. kind.Parameters.Select(p => (p.Name, had.FirstOrDefault(o => o.Name == $"--{p.Name}") ?? new Option<string?>($"--{p.Name}") { Description = Description(p), HelpName = HelpName(p) }))];

    public static Option<bool> Csv { get; } = new("--csv") { Description = "Answer as CSV" };

    public static Option<string?> Keep { get; } = new("--keep") { Description = "Keep the answer in a file, with all that it takes to ask again (outcomes rerun)", HelpName = "FILE" };

    /// <summary>Each parameter's, and those that every kind has.</summary>
    public IEnumerable<Option> All => [.. options.Select(o => o.Option), Csv, Keep, Asked.ShowSmall, ReadingOptions.Partnership];

    /// <summary>What was said, by the names of parameters.</summary>
    public Dictionary<string, string> Said(Session session) => options.Where(o => session.Said(o.Option)).ToDictionary(o => o.Name, o => string.Join(' ', session.Words(o.Option)));

    private static string Description(OutcomeParameter parameter) =>
        $"{parameter.Hint}{(parameter.Choices.Count is > 0 and < 12 ? $": {string.Join(", ", parameter.Choices.Select(c => c.Value))}" : "")}{(parameter.Default is { Length: > 0 } otherwise ? $"; {otherwise} when not said" : "")}";

    private static string HelpName(OutcomeParameter parameter) => parameter.Type switch
    {
        ParameterType.Day => "DAY",
        ParameterType.Whole => "N",
        ParameterType.Choice => "CHOICE",
        _ => "TEXT",
    };
}
