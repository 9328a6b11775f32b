using Npgsql;

namespace JourneyTracker.Journal.Cluster;

/// <summary>Makes the login and the databases that the programs use, where they are missing.</summary>
internal static class HouseDatabases
{
    // CREATEROLE, because the migrations run as this login and create the group roles; PostgreSQL 16 then lets it set those roles only when told to.
    private const string CreateLogin = $"create role {PrivateCluster.Login} login nosuperuser nocreatedb createrole";

    public static async Task EnsureAsync(string superuser, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync(cancellation).ConfigureAwait(false);
        if (!await ExistsAsync(connection, "select exists (select from pg_roles where rolname = $1)", PrivateCluster.Login, cancellation).ConfigureAwait(false))
        {
            await ExecuteAsync(connection, CreateLogin, cancellation).ConfigureAwait(false);
            if (connection.PostgreSqlVersion.Major >= 16)
                await ExecuteAsync(connection, $"alter role {PrivateCluster.Login} set createrole_self_grant = 'set, inherit'", cancellation).ConfigureAwait(false);
        }

        foreach (var database in new[] { PrivateCluster.Journeys, PrivateCluster.Keys })
            await EnsureDatabaseAsync(connection, database, PrivateCluster.Login, cancellation).ConfigureAwait(false);
    }

    public static async Task EnsureDatabaseAsync(NpgsqlConnection connection, string database, string owner, CancellationToken cancellation)
    {
        if (await ExistsAsync(connection, "select exists (select from pg_database where datname = $1)", database, cancellation).ConfigureAwait(false))
            return;
        try
        {
            await ExecuteAsync(connection, $"create database {Quoted(database)} owner {Quoted(owner)}", cancellation).ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node made it between the question and the answer.
        }
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string question, string name, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(question, connection) { Parameters = { new() { Value = name } } };
        return (bool)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
