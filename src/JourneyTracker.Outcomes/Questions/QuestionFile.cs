using System.Security.Cryptography;
using System.Text;
using JourneyTracker.Outcomes.Duck;

namespace JourneyTracker.Outcomes.Questions;

/// <summary>
/// A question to the store that an evaluator keeps as a file: one SQL statement under a head that says what it is. Lines of the head begin with <c>--</c>: <c>-- cohort: NAME</c>
/// (or <c>measure</c>, <c>events</c>), <c>-- version: 1</c>, <c>-- about: ...</c>, and for each parameter <c>-- parameter NAME: VALUE</c>, used as <c>$NAME</c>.
/// </summary>
/// <param name="Kind">What it answers.</param>
/// <param name="Name">What it is called in figures.</param>
/// <param name="Version">A change of what it asks changes the number.</param>
/// <param name="About">In words.</param>
/// <param name="Parameters">With what they are when nobody says otherwise.</param>
/// <param name="Sql">The statement.</param>
public sealed record QuestionFile(QuestionKind Kind, string Name, int Version, string About, IReadOnlyDictionary<string, string> Parameters, string Sql)
{
    /// <summary>When it was registered; null when it was not, but is a file of somebody's.</summary>
    public Registration? Registered { get; init; }

    private const string Comment = "--";
    private const string Parameter = "parameter ";

    /// <summary>Marks out the question by all that it says; two files with the same hash ask the same.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}\n{Name}\n{Version}\n{string.Join('\n', Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"))}\n{Sql}")));

    /// <summary>The first characters of the hash, as figures quote it.</summary>
    public string ShortHash => Hash[..12];

    /// <summary>Whether a text is a file of this kind.</summary>
    /// <exception cref="QuestionException">The head lacks something, or there is no statement.</exception>
    public static QuestionFile Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var head = lines.TakeWhile(l => l.StartsWith(Comment, StringComparison.Ordinal) || l.Length == 0).Select(l => l.TrimStart('-').Trim()).Where(l => l.Contains(':', StringComparison.Ordinal))
            .Select(l => (Key: l[..l.IndexOf(':', StringComparison.Ordinal)].Trim(), Value: l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())).ToList();
        var sql = string.Join('\n', lines.SkipWhile(l => l.StartsWith(Comment, StringComparison.Ordinal) || l.Length == 0)).Trim().TrimEnd(';');
        if (sql.Length == 0) throw new QuestionException("There is no statement under the head.");
        var named = head.FirstOrDefault(h => Enum.TryParse<QuestionKind>(h.Key, ignoreCase: true, out _) && h.Key.All(char.IsLetter));
        if (named.Key is null) throw new QuestionException("The head does not say what it is: write -- cohort: NAME, -- measure: NAME or -- events: NAME on its first line.");
        if (!int.TryParse(Of("version"), out var version) || version < 1) throw new QuestionException("The head says no version: write -- version: 1.");
        return new QuestionFile(
            Enum.Parse<QuestionKind>(named.Key, ignoreCase: true), named.Value, version, Of("about") ?? throw new QuestionException("The head does not say what the question is about: write -- about: ..."),
            head.Where(h => h.Key.StartsWith(Parameter, StringComparison.Ordinal)).ToDictionary(h => h.Key[Parameter.Length..].Trim(), h => h.Value), sql);

        string? Of(string key) => head.FirstOrDefault(h => h.Key == key).Value;
    }

    /// <summary>The file that asks the same.</summary>
    public string Write() => string.Join('\n', [$"-- {Kind.ToString().ToLowerInvariant()}: {Name}", $"-- version: {Version}", $"-- about: {About}", .. Parameters.Select(p => $"-- {Parameter}{p.Key}: {p.Value}"), Sql]);

    /// <summary>With other values for some parameters.</summary>
    /// <exception cref="QuestionException">There is no such parameter.</exception>
    public QuestionFile With(IReadOnlyDictionary<string, string> values)
    {
        if (values.Keys.FirstOrDefault(k => !Parameters.ContainsKey(k)) is { } unknown)
            throw new QuestionException($"There is no parameter {unknown}{(Parameters.Count == 0 ? ": there are none." : $"; there are: {string.Join(", ", Parameters.Keys)}.")}");
        return this with { Parameters = Parameters.ToDictionary(p => p.Key, p => values.GetValueOrDefault(p.Key, p.Value)) };
    }

    /// <summary>Asks it.</summary>
    /// <exception cref="QuestionException">The store does not understand it.</exception>
    public DuckTable Ask(DuckConnection connection, CancellationToken ct)
    {
        try
        {
            return connection.Query(Sql, Parameters.ToDictionary(p => p.Key, p => (object?)p.Value), ct);
        }
        catch (DuckException refused)
        {
            throw new QuestionException(refused.Message);
        }
    }
}

/// <summary>What a question answers.</summary>
public enum QuestionKind
{
    /// <summary>Women, each with an index day and what came after it.</summary>
    Cohort,

    /// <summary>Counts by group.</summary>
    Measure,

    /// <summary>What happened to whom, in order.</summary>
    Events,
}

/// <summary>A question cannot be asked; the message says why and how to mend it.</summary>
public sealed class QuestionException(string message) : Exception(message)
{
    /// <summary>The parameter that cannot be used; null when it is none of them.</summary>
    public string? Parameter { get; init; }
}
