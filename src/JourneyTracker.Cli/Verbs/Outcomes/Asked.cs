using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>A question of an evaluator's file, and the generation it is put to.</summary>
internal static class Asked
{
    public static Argument<string> File { get; } = new("FILE.sql") { Description = "The question: one SQL statement under a head (docs/outcomes.md), or the name of a registered one, as NAME or NAME@2" };

    /// <summary>For verbs that can also be asked without a file.</summary>
    public static Argument<string?> FileOrNone { get; } = new("FILE.sql") { Description = "A question of your own: one SQL statement under a head (docs/outcomes.md); none for the question that the options make", Arity = ArgumentArity.ZeroOrOne };

    public static Option<string[]> Set { get; } = new("--set") { Description = "Another value for a parameter of the question, as end=2016-04-01; may be said several times", HelpName = "NAME=VALUE" };

    public static Option<bool> ShowSmall { get; } = new("--show-small") { Description = "Show figures about 1 to 5 women too; they are not to be passed on" };

    /// <summary>Reads the file and opens the store; says in words what is wrong with either.</summary>
    public static async Task<int> AnswerAsync(Session session, string path, Func<QuestionFile, OpenGeneration, int> answer, CancellationToken ct)
    {
        var isFile = System.IO.File.Exists(path);
        // A name has neither.
        if (!isFile && (path.Contains('/', StringComparison.Ordinal) || path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))) throw new RefusedException($"There is no file {path}.", how: "Name a file with a question; docs/examples has some.");
        try
        {
            var question = isFile ? QuestionFile.Parse(await System.IO.File.ReadAllTextAsync(path, ct)).With(Values(session.Get(Set) ?? [])) : null;
            await using var stores = await Stores.OpenAsync(session, ct);
            question ??= await Registered.FindAsync(stores, path, ct) is { } found
                ? found.Question.With(Values(session.Get(Set) ?? []))
                : throw new RefusedException($"There is no file {path}, and nothing is registered by that name.", how: "Name a file with a question; docs/examples has some.");
            using var open = stores.Store.Open() ?? throw Stores.NothingBuilt;
            using var connection = open.Connect();
            return answer(question.Registered is { } registered ? question with { Registered = registered.About(question, connection, ct) } : question, open);
        }
        catch (QuestionException wrong)
        {
            throw new RefusedException($"{path}: {wrong.Message}");
        }
    }

    /// <summary>What every figure quotes, so that it can be run again.</summary>
    public static object Quote(Session session, QuestionFile question, Generation generation)
    {
        var quote = new Dictionary<string, object?>
        {
            ["name"] = question.Name,
            ["version"] = question.Version,
            ["shortHash"] = question.ShortHash,
            ["parameters"] = question.Parameters,
            ["about"] = question.About,
            ["partnership"] = generation.Partnership,
            ["position"] = generation.Position,
            ["folds"] = generation.Folds,
            ["tables"] = generation.Tables,
            ["law"] = generation.Law,
            ["builtAt"] = generation.BuiltAt,
        };
        quote["again"] = new KeptQuestion(session.VerbName, session.SaidOptions(Set, KindOptions.Keep, KindOptions.Csv, ReadingOptions.Partnership), question.Write());
        if (question.Registered is not null) quote["registered"] = question.Registered;
        return quote;
    }

    public static void WriteQuote(QuestionFile question, Generation generation, TextWriter output)
    {
        output.WriteLine($"{question.Name}, version {question.Version} ({question.ShortHash}); position {generation.Position}, {string.Join(", ", generation.Folds)}, tables {generation.Tables}{(generation.Law is { } law ? $", {law}" : "")}");
        if (question.Registered is { } registered) output.WriteLine(registered.InWords);
    }

    private static Dictionary<string, string> Values(string[] said)
    {
        var values = new Dictionary<string, string>();
        foreach (var one in said)
        {
            var at = one.IndexOf('=', StringComparison.Ordinal);
            if (at < 1) throw new RefusedException($"--set is NAME=VALUE, not {one}.") { IsWrongUsage = true };
            values[one[..at]] = one[(at + 1)..];
        }

        return values;
    }
}
