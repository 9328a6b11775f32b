using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Secrets;

/// <summary>The one table of the keys database.</summary>
internal static class KeysDatabase
{
    public static async Task PrepareAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(5460251087460412418);" + EmbeddedSql.Text("keys_0001_journey_key.sql"), connection);
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
