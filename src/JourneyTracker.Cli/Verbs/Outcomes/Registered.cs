using System.Globalization;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Definitions that were registered, named on the command line as NAME or NAME@VERSION.</summary>
internal static class Registered
{
    /// <summary>The definition, as a question; null when there is none of that name.</summary>
    public static async Task<(QuestionFile Question, RegisteredQuestion Entry)?> FindAsync(Stores stores, string named, CancellationToken ct)
    {
        var at = named.LastIndexOf('@');
        int? version = at > 0 && int.TryParse(named[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var found = await new RegisteredQuestions(stores.House.Database).FindAsync(stores.Caller, version is null ? named : named[..at], version, ct);
        return found is null ? null : (QuestionFile.Parse(found.Question.Text) with { Registered = new Registration(found.At, found.Position, found.By.Person) }, found);
    }

    public static object Document(RegisteredQuestion entry) => new { entry.Question.Name, entry.Question.Version, entry.Question.Kind, entry.Question.Hash, entry.At, entry.Position, By = entry.By.Person, entry.By.Agency };

    public static string InWords(RegisteredQuestion entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Question.Name}@{entry.Question.Version}  {entry.Question.Kind}  {entry.Question.Hash[..12]}  registered {entry.At:yyyy-MM-dd HH:mm} UTC at position {entry.Position} by {entry.By.Person} ({entry.By.Agency})");

    /// <summary>The file at the path, read as a question.</summary>
    /// <exception cref="RefusedException">It is none.</exception>
    public static async Task<(QuestionFile Question, string Text)> ReadAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path)) throw new RefusedException($"There is no file {path}.", how: "Name a file with a question; docs/examples has some.");
        var text = await File.ReadAllTextAsync(path, ct);
        try
        {
            return (QuestionFile.Parse(text), text);
        }
        catch (QuestionException wrong)
        {
            throw new RefusedException(wrong.Message, path);
        }
    }
}
