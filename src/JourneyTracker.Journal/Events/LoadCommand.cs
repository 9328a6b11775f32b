using System.Buffers.Binary;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.Events;

/// <summary>One group of a load: look, decide, write, in one transaction.</summary>
internal static class LoadCommand
{
    private static readonly string Text = EmbeddedSql.Text("load_write.sql");

    public static async Task<IReadOnlyList<AppendOutcome>> ExecuteAsync(NpgsqlConnection connection, AppendGroup group, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var plan = new LoadPlan(group.Appends, await LoadSight.LookAsync(connection, transaction, group, ct));
        var numbers = plan.Rows.Count == 0 ? [] : await WriteAsync(connection, transaction, group, plan, ct);
        await transaction.CommitAsync(ct);
        return plan.Outcomes(numbers);
    }

    /// <summary>Several groups, each of another partnership, in one transaction. When one of their appends is refused, nothing is written and no number is drawn.</summary>
    public static async Task<IReadOnlyDictionary<PreparedAppend, AppendOutcome>> TogetherAsync(
        NpgsqlConnection connection, IReadOnlyList<AppendGroup> groups, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var plans = new List<LoadPlan>();
        foreach (var group in groups) plans.Add(new LoadPlan(group.Appends, await LoadSight.LookAsync(connection, transaction, group, ct)));
        var outcomes = new Dictionary<PreparedAppend, AppendOutcome>(ReferenceEqualityComparer.Instance);
        var written = plans.TrueForAll(p => !p.Refuses);
        for (var i = 0; i < groups.Count; i++)
        {
            var numbers = written ? await WriteScopedAsync(connection, transaction, groups[i], plans[i], ct) : new long[plans[i].Rows.Count];
            foreach (var (append, outcome) in groups[i].Appends.Zip(plans[i].Outcomes(numbers))) outcomes[append] = outcome;
        }

        if (written) await transaction.CommitAsync(ct);
        return outcomes;
    }

    private static async Task<long[]> WriteScopedAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, AppendGroup group, LoadPlan plan, CancellationToken ct)
    {
        if (plan.Rows.Count == 0) return [];
        await using (var scope = new NpgsqlBatch(connection, transaction) { BatchCommands = { Scope.To(group.Appends[0].Partnership) } }) await scope.ExecuteNonQueryAsync(ct);
        return await WriteAsync(connection, transaction, group, plan, ct);
    }

    private static async Task<long[]> WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, AppendGroup group, LoadPlan plan, CancellationToken ct)
    {
        var opened = plan.Growths.Where(g => plan.IsNew(g.Key)).OrderBy(g => g.Key).ToArray();
        var grown = plan.Growths.Where(g => !plan.IsNew(g.Key)).OrderBy(g => g.Key).ToArray();
        var rows = plan.Rows.ToArray();
        var references = References(rows);

        await using var command = new NpgsqlCommand(Text, connection, transaction);
        command.Parameters.Add(new() { Value = group.Appends[0].Partnership.Name, NpgsqlDbType = NpgsqlDbType.Varchar });
        Add(NpgsqlDbType.Uuid, Array.ConvertAll(opened, g => g.Key.Value));
        Add(NpgsqlDbType.Bigint, Array.ConvertAll(opened, g => g.Value.Version));
        Add(NpgsqlDbType.Uuid, Array.ConvertAll(grown, g => g.Key.Value));
        Add(NpgsqlDbType.Bigint, Array.ConvertAll(grown, g => g.Value.Version));
        Add(NpgsqlDbType.Uuid, Array.ConvertAll(rows, r => r.Fact.Id.Value));
        Add(NpgsqlDbType.Uuid, Array.ConvertAll(rows, r => r.Journey.Value));
        Add(NpgsqlDbType.Bigint, Array.ConvertAll(rows, r => r.Version));
        Add(NpgsqlDbType.Varchar, Array.ConvertAll(rows, r => r.Fact.Name));
        Add(NpgsqlDbType.Jsonb, Array.ConvertAll(rows, r => r.Fact.Body));
        Add(NpgsqlDbType.Jsonb, Array.ConvertAll(rows, r => r.Fact.Headers));
        Add(NpgsqlDbType.TimestampTz, Array.ConvertAll(rows, r => r.RecordedAt));
        Add(NpgsqlDbType.TimestampTz, Array.ConvertAll(rows, r => r.Floor));
        Add(NpgsqlDbType.Integer, Array.ConvertAll(references, r => r.Row + 1));
        Add(NpgsqlDbType.Varchar, Array.ConvertAll(references, r => r.System));
        Add(NpgsqlDbType.Bytea, Array.ConvertAll(references, r => rows[r.Row].Fact.Reference!));
        Add(NpgsqlDbType.Bytea, Array.ConvertAll(references, r => rows[r.Row].Fact.Content!));
        await command.PrepareAsync(ct);
        return (long[])(await command.ExecuteScalarAsync(ct))!;

        void Add<T>(NpgsqlDbType element, T[] values) =>
            command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element });
    }

    /// <summary>The rows that bring a reference, in the order in which all who write references lock them.</summary>
    private static (string System, UInt128 Hash, int Row)[] References(LoadPlan.NewRow[] rows)
    {
        var references = new List<(string System, UInt128 Hash, int Row)>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Fact is { Reference: { } hash, System: { } system }) references.Add((system, BinaryPrimitives.ReadUInt128BigEndian(hash), i));
        }

        references.Sort(static (a, b) => string.CompareOrdinal(a.System, b.System) is var order and not 0 ? order : a.Hash.CompareTo(b.Hash));
        return [.. references];
    }
}
