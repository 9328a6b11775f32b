using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Events;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.CritterStack.Recording;

/// <summary>What stands around Marten's own statements so that its appends keep every promise of the journal.</summary>
internal static class MartenSteps
{
    private static readonly string Open = Sql.Text("marten_open.sql");
    private static readonly string Hold = Sql.Text("marten_hold_numbers.sql");
    private static readonly string Release = Sql.Text("marten_release_numbers.sql");
    private static readonly string References = Sql.Text("marten_references.sql");

    /// <summary>
    /// Opens the new journeys, without events yet, before anybody waits for numbers: two who open the same one meet here and not while one of them holds the numbers.
    /// </summary>
    public static async Task OpenAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Partnership partnership, LoadPlan plan, CancellationToken ct)
    {
        var opened = plan.Growths.Keys.Where(plan.IsNew).Order().Select(j => j.Value).ToArray();
        if (opened.Length == 0) return;
        await using var command = new NpgsqlCommand(Open, connection, transaction)
        {
            Parameters = { new() { Value = partnership.Name, NpgsqlDbType = NpgsqlDbType.Varchar }, new() { Value = opened } },
        };
        if ((long)(await command.ExecuteScalarAsync(ct))! != opened.Length)
            throw new PostgresException("A journey was opened by somebody else meanwhile.", "ERROR", "ERROR", PostgresErrorCodes.SerializationFailure);
    }

    /// <summary>Nobody else draws a number until they are released; the answer is the instant of the facts, by the database's clock.</summary>
    public static async Task<DateTime> HoldNumbersAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Hold, connection, transaction);
        return (DateTime)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Releases the numbers, keeps the references, and tells those who follow.</summary>
    public static async Task FinishAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Partnership partnership, LoadPlan plan, long[] numbers, CancellationToken ct)
    {
        var (rows, references) = (plan.Rows, LoadReferences.InLockOrder(plan.Rows));
        var kept = new NpgsqlBatchCommand(References) { Parameters = { new() { Value = partnership.Name, NpgsqlDbType = NpgsqlDbType.Varchar } } };
        Add(NpgsqlDbType.Varchar, Array.ConvertAll(references, r => r.System));
        Add(NpgsqlDbType.Bytea, Array.ConvertAll(references, r => rows[r.Row].Fact.Reference!));
        Add(NpgsqlDbType.Uuid, Array.ConvertAll(references, r => rows[r.Row].Fact.Id.Value));
        Add(NpgsqlDbType.Uuid, Array.ConvertAll(references, r => rows[r.Row].Journey.Value));
        Add(NpgsqlDbType.Bigint, Array.ConvertAll(references, r => numbers[r.Row]));
        Add(NpgsqlDbType.Bytea, Array.ConvertAll(references, r => rows[r.Row].Fact.Content!));
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { new(Release), kept } };
        await batch.ExecuteNonQueryAsync(ct);

        void Add<T>(NpgsqlDbType element, T[] values) => kept.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element });
    }
}
