using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.Events;

/// <summary>Writes a plan by load_write, all its rows in one round trip.</summary>
internal sealed class ArrayWriter : IPlanWriter
{
    private static readonly string Text = EmbeddedSql.Text("load_write.sql");

    public async Task<long[]> WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Partnership partnership, LoadPlan plan, CancellationToken ct)
    {
        var opened = plan.Growths.Where(g => plan.IsNew(g.Key)).OrderBy(g => g.Key).ToArray();
        var grown = plan.Growths.Where(g => !plan.IsNew(g.Key)).OrderBy(g => g.Key).ToArray();
        var rows = plan.Rows.ToArray();
        var references = LoadReferences.InLockOrder(rows);

        await using var command = new NpgsqlCommand(Text, connection, transaction);
        command.Parameters.Add(new() { Value = partnership.Name, NpgsqlDbType = NpgsqlDbType.Varchar });
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
}
