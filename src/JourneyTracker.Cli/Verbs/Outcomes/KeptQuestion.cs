using System.Text.Json;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>What it takes to put a question of an evaluator's file again: it stands in the answer.</summary>
/// <param name="Verb">The verb that answered.</param>
/// <param name="Options">The options that were said with it.</param>
/// <param name="Question">The file, with the values that its parameters had.</param>
internal sealed record KeptQuestion(string Verb, IReadOnlyList<string> Options, string Question)
{
    private const string Quoted = "question";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The question of an answer that was kept, and what the answer quotes; null when it is no answer to one.</summary>
    public static (KeptQuestion Again, OutcomeQuote Quote)? In(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty(Quoted, out var quoted) || quoted.ValueKind != JsonValueKind.Object || !quoted.TryGetProperty("again", out var again)) return null;
        var (kept, quote) = (again.Deserialize<KeptQuestion>(Json), quoted.Deserialize<OutcomeQuote>(Json));
        return kept is { Verb: not null, Options: not null, Question: not null } && quote is { Name: not null, Partnership: not null, Folds: not null } ? (kept, quote with { Hash = quoted.GetProperty("shortHash").GetString()! }) : null;
    }

    /// <summary>Puts it again to a store of its own.</summary>
    /// <param name="stores">The folder of that store.</param>
    /// <exception cref="RefusedException">It can no longer be asked.</exception>
    public async Task<JsonElement> AskAsync(Session session, string stores, string partnership, CancellationToken ct)
    {
        var file = Path.Combine(stores, "question.sql");
        await File.WriteAllTextAsync(file, Question, ct);
        using var output = new StringWriter();
        using var messages = new StringWriter();
        string[] database = session.Get(HouseOptions.Database) is { } connection ? [HouseOptions.Database.Name, connection] : [];
        var code = await CommandLine.RunAsync(
            ["outcomes", Verb, file, .. Options, ReadingOptions.Partnership.Name, partnership, Stores.Folder.Name, stores, HouseOptions.Data.Name, session.Choice.DataFolder, .. database, HouseOptions.Json.Name], output, messages, ct);
        return code == ExitCode.Done ? JsonElement.Parse(output.ToString()) : throw new RefusedException($"The question can no longer be asked: {messages}{output}");
    }

    /// <summary>Value by value, what is not the same now; the quotes are not compared.</summary>
    public static IReadOnlyList<CellDifference> Differences(JsonElement then, JsonElement now)
    {
        var (before, after) = (Values(then), Values(now));
        return [.. before.Keys.Union(after.Keys).Where(k => before.GetValueOrDefault(k) != after.GetValueOrDefault(k)).Select(k => new CellDifference(k.Table, k.Row, k.Column, before.GetValueOrDefault(k), after.GetValueOrDefault(k)))];
    }

    private static Dictionary<(string Table, int Row, string Column), string> Values(JsonElement answer)
    {
        var values = new Dictionary<(string, int, string), string>();
        foreach (var part in answer.EnumerateObject().Where(p => p.Name != Quoted))
        {
            if (part.Value.ValueKind != JsonValueKind.Array) Add(part.Value, part.Name, 1, "");
            else foreach (var (at, row) in part.Value.EnumerateArray().Index()) Add(row, part.Name, at + 1, "");
        }

        return values;

        void Add(JsonElement value, string table, int row, string column)
        {
            if (value.ValueKind == JsonValueKind.Object)
                foreach (var inner in value.EnumerateObject()) Add(inner.Value, table, row, column.Length == 0 ? inner.Name : $"{column}.{inner.Name}");
            else if (value.ValueKind == JsonValueKind.Array)
                foreach (var (at, inner) in value.EnumerateArray().Index()) Add(inner, table, row, $"{column}[{at}]");
            else values[(table, row, column)] = value.GetRawText();
        }
    }
}
