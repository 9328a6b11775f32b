using Npgsql;

namespace JourneyTracker.Journal.Folding;

/// <summary>Rows of one fold table that are to be written: a few by INSERT, many by COPY.</summary>
/// <param name="table">The table's name, without schema.</param>
/// <param name="fold">The fold whose table it is.</param>
/// <param name="columns">Its columns but the generation, each with its type.</param>
internal abstract class FoldRows<TRow>(string table, string fold, IReadOnlyList<(string Name, string Type)> columns) : IFoldRows
{
    private readonly string _delete =
        $"delete from journeys.{table} t using unnest($2::varchar[], $3::uuid[]) as j (partnership, journey) where t.generation = $1 and t.partnership = j.partnership and t.journey = j.journey";

    private readonly string _insert =
        $"insert into journeys.{table} (generation, {Names(columns)}) select $1, * from unnest({string.Join(", ", columns.Select((c, i) => $"${i + 2}::{c.Type}[]"))})";

    private readonly List<TRow> _rows = [];

    public string Table => table;

    public string Fold => fold;

    public IEnumerable<string> ColumnNames => columns.Select(c => c.Name);

    public int Count => _rows.Count;

    public void Add(FoldedJourney journey) => AddTo(_rows, journey);

    public void Replace(NpgsqlBatch batch, int generation, string[] partnerships, Guid[] journeys)
    {
        batch.BatchCommands.Add(new NpgsqlBatchCommand(_delete) { Parameters = { new() { Value = generation }, new() { Value = partnerships }, new() { Value = journeys } } });
        if (_rows.Count == 0) return;
        var insert = new NpgsqlBatchCommand(_insert) { Parameters = { new() { Value = generation } } };
        foreach (var column in Columns(_rows)) insert.Parameters.Add(new NpgsqlParameter { Value = column });
        batch.BatchCommands.Add(insert);
    }

    public void CopyAndClear(NpgsqlConnection connection, string partition, int generation)
    {
        if (_rows.Count == 0) return;
        using (var copy = connection.BeginBinaryImport($"copy journeys.{partition} (generation, {Names(columns)}) from stdin (format binary)"))
        {
            foreach (var row in _rows)
            {
                copy.StartRow();
                copy.Write(generation);
                Write(copy, row);
            }

            copy.Complete();
        }

        _rows.Clear();
    }

    protected abstract void AddTo(List<TRow> rows, FoldedJourney journey);

    protected abstract Array[] Columns(List<TRow> rows);

    protected abstract void Write(NpgsqlBinaryImporter copy, TRow row);

    protected static T[] Column<T>(List<TRow> rows, Func<TRow, T> value)
    {
        var column = new T[rows.Count];
        for (var i = 0; i < column.Length; i++) column[i] = value(rows[i]);
        return column;
    }

    protected static void WriteOrNull<T>(NpgsqlBinaryImporter copy, T? value) where T : struct
    {
        if (value is { } given) copy.Write(given);
        else copy.WriteNull();
    }

    private static string Names(IReadOnlyList<(string Name, string Type)> columns) => string.Join(", ", columns.Select(c => c.Name));
}

/// <inheritdoc cref="FoldRows{TRow}"/>
internal interface IFoldRows
{
    string Table { get; }

    string Fold { get; }

    /// <summary>Its columns but the generation.</summary>
    IEnumerable<string> ColumnNames { get; }

    int Count { get; }

    void Add(FoldedJourney journey);

    /// <summary>Adds to a batch: the journeys' rows of a generation go, the added ones come.</summary>
    void Replace(NpgsqlBatch batch, int generation, string[] partnerships, Guid[] journeys);

    /// <summary>Copies the added rows into a partition that nobody reads yet, and forgets them.</summary>
    void CopyAndClear(NpgsqlConnection connection, string partition, int generation);
}
