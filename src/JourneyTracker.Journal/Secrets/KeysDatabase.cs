using System.Security.Cryptography;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Secrets;

/// <summary>The tables of the keys database.</summary>
internal static class KeysDatabase
{
    /// <summary>Makes what is missing. The first wrapping key is what it was before there was rotation, so that programs of that time go on beside this one.</summary>
    /// <exception cref="SecretsException">Keys from before there was rotation were wrapped with another master key.</exception>
    public static async Task PrepareAsync(NpgsqlDataSource source, MasterKey master, MasterKeySource origin, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, "select pg_advisory_xact_lock(5460251087460412418);" + EmbeddedSql.Text("keys_0001_journey_key.sql") + EmbeddedSql.Text("keys_0002_wrapping_key.sql"), ct);
        var first = master.Derive("key-encryption");
        var isNew = await ExecuteAsync(connection, EmbeddedSql.Text("keys_wrapping_first.sql"), ct, master.Fingerprint, master.Seal(first, WrappingKeys.PurposeOf(0))) > 0;
        if (isNew) await RequireToOpenAsync(connection, first, master, origin, ct);
        await ExecuteAsync(connection, EmbeddedSql.Text("keys_0003_wrapping.sql"), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>What was overwritten or removed does not stay in the table's file.</summary>
    public static async Task VacuumAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var vacuum = source.CreateCommand("vacuum public.journey_key");
        await vacuum.ExecuteNonQueryAsync(ct);
    }

    private static async Task RequireToOpenAsync(NpgsqlConnection connection, byte[] first, MasterKey master, MasterKeySource origin, CancellationToken ct)
    {
        await using var any = new NpgsqlCommand("select journey, wrapped from public.journey_key where wrapped is not null limit 1", connection);
        await using var rows = await any.ExecuteReaderAsync(ct);
        if (!await rows.ReadAsync(ct)) return;
        try
        {
            Boxes.Open(first, rows.GetFieldValue<byte[]>(1), new JourneyId(rows.GetGuid(0)));
        }
        catch (CryptographicException wrong)
        {
            throw new SecretsException(
                $"The keys database was made with another master key than the one {origin.Place} ({master.Name}). If the key is right, JOURNEY_KEYS names another keys database: name this one's. {origin.Mend}", wrong);
        }
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(ct);
    }
}
