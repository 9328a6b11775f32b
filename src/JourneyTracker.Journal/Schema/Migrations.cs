using Npgsql;

namespace JourneyTracker.Journal.Schema;

/// <summary>Brings a database to the schema of this program. Safe to run twice, and from two nodes at once.</summary>
public static class Migrations
{
    private const int MostAttempts = 20;
    private const int FirstAsLogin = 1;

    /// <summary>Applies, in one transaction, the steps that are missing. Steps this program does not know are a newer node's, and are left alone.</summary>
    /// <exception cref="MigrationException">A step was changed after it was applied.</exception>
    public static async Task ApplyAsync(string connectionString, CancellationToken ct)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Enlist = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(unpooled);
        await connection.OpenAsync(ct);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await MissingAsync(connection, ct) is { Count: > 0 }) await ApplyMissingAsync(connection, ct);
                return;
            }
            catch (PostgresException met) when (IsAboutSharedRoles(met) && attempt < MostAttempts)
            {
                // Roles belong to the whole cluster, which our lock does not span: another database's migrations touched them at the same moment.
                await Task.Delay(TimeSpan.FromMilliseconds(25 * attempt), ct);
            }
        }
    }

    private static async Task ApplyMissingAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, "select pg_advisory_xact_lock(5460251087460412417)", ct);
        foreach (var migration in await MissingAsync(connection, ct))
        {
            if (migration.Number > FirstAsLogin) await ExecuteAsync(connection, "set local role journeys_owner", ct);
            await ExecuteAsync(connection, migration.Sql, ct);
            if (migration.Number == FirstAsLogin)
            {
                await ExecuteAsync(connection, "set local role journeys_owner", ct);
                await ExecuteAsync(connection, EmbeddedSql.Text("migration_table.sql"), ct);
            }

            await using var record = new NpgsqlCommand("insert into journeys.migration (number, name, checksum) values ($1, $2, $3)", connection)
            {
                Parameters = { new() { Value = migration.Number }, new() { Value = migration.Name }, new() { Value = migration.Checksum } },
            };
            await record.ExecuteNonQueryAsync(ct);
            await ExecuteAsync(connection, "reset role", ct);
        }

        await transaction.CommitAsync(ct);
    }

    private static async Task<IReadOnlyList<Migration>> MissingAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var exists = new NpgsqlCommand("select exists (select from pg_tables where schemaname = 'journeys' and tablename = 'migration')", connection);
        if (!(bool)(await exists.ExecuteScalarAsync(ct))!) return Migration.All;

        var applied = new Dictionary<int, string>();
        await using (var read = new NpgsqlCommand("select number, checksum from journeys.migration", connection))
        await using (var rows = await read.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct)) applied.Add(rows.GetInt32(0), rows.GetString(1));
        }

        foreach (var migration in Migration.All)
        {
            if (applied.TryGetValue(migration.Number, out var checksum) && checksum != migration.Checksum)
                throw new MigrationException($"The database was made with another text of {migration.Name}: it belongs to another version of this program. Use that version, or a new database.");
        }

        return [.. Migration.All.Where(m => !applied.ContainsKey(m.Number))];
    }

    private static bool IsAboutSharedRoles(PostgresException met) =>
        met.SqlState is PostgresErrorCodes.InternalError or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateObject;

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
