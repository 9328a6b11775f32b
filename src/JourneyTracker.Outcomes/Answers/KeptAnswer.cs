using System.Text.Json;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>An answer that was kept as JSON: what was asked, of what, and what was said.</summary>
/// <param name="Kind">The name of the kind.</param>
/// <param name="Values">The parameters, complete.</param>
/// <param name="Quote">From what it was worked out.</param>
/// <param name="Tables">The figures, as they were written.</param>
public sealed record KeptAnswer(string Kind, IReadOnlyDictionary<string, string> Values, OutcomeQuote Quote, IReadOnlyList<KeptTable> Tables)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="JsonException">It is no answer that was kept.</exception>
    public static KeptAnswer Parse(string json) =>
        JsonSerializer.Deserialize<KeptAnswer>(json, Json) is { Kind: not null, Values: not null, Quote: not null, Tables: not null } kept ? kept : throw new JsonException("It says not what was asked, of what, and what was answered.");

    /// <summary>The figures that were worked out from the store.</summary>
    private IReadOnlyList<KeptTable> Own => [.. Tables.Where(t => !t.IsImported)];

    /// <summary>Cell by cell, what is not the same now of the figures that were worked out from the store. Nothing when every digit is.</summary>
    /// <param name="now">The answer to the same question, written in the same way.</param>
    public IReadOnlyList<CellDifference> DifferencesTo(KeptAnswer now)
    {
        var differences = new List<CellDifference>();
        foreach (var name in Own.Select(t => t.Name).Union(now.Own.Select(t => t.Name)))
        {
            var (then, here) = (Own.FirstOrDefault(t => t.Name == name), now.Own.FirstOrDefault(t => t.Name == name));
            var columns = (then ?? here)!.Columns;
            for (var row = 0; row < Math.Max(then?.Rows.Count ?? 0, here?.Rows.Count ?? 0); row++)
                for (var column = 0; column < Math.Max(columns.Count, here?.Columns.Count ?? 0); column++)
                    if (then?.Text(row, column) is var before && here?.Text(row, column) is var after && before != after)
                        differences.Add(new CellDifference(name, row + 1, column < columns.Count ? columns[column].Name : here!.Columns[column].Name, before, after));
        }

        return differences;
    }
}

/// <summary>A table of a kept answer.</summary>
public sealed record KeptTable(string Name, IReadOnlyList<KeptColumn> Columns, IReadOnlyList<IReadOnlyList<JsonElement>> Rows)
{
    /// <summary>Whether it says what an evaluator took in.</summary>
    public bool IsImported { get; init; }

    /// <summary>The cell as it was written, to the last digit; null where there is none.</summary>
    public string? Text(int row, int column) => row < Rows.Count && column < Rows[row].Count ? Rows[row][column].GetRawText() : null;
}

/// <summary>A column of a kept answer.</summary>
public sealed record KeptColumn(string Name);

/// <summary>A cell that is not as it was.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Row">From 1.</param>
/// <param name="Column">Its column.</param>
/// <param name="Then">As it was kept; null where there was none.</param>
/// <param name="Now">As it is now.</param>
public sealed record CellDifference(string Table, int Row, string Column, string? Then, string? Now);
