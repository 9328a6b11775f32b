using Npgsql;

namespace JourneyTracker.Journal.Cluster;

/// <summary>What a person asks first about the database in use. Size in bytes.</summary>
public sealed record DatabaseDescription(string Server, string Version, string Database, string KeysDatabase, long SizeBytes)
{
    internal static async Task<DatabaseDescription> AskAsync(OpenDatabase database, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellation).ConfigureAwait(false);
        await using var size = new NpgsqlCommand("select pg_database_size(current_database())", connection);
        return new DatabaseDescription(
            $"{connection.Host}:{connection.Port}",
            connection.PostgreSqlVersion.ToString(),
            connection.Database,
            new NpgsqlConnectionStringBuilder(database.KeysConnectionString).Database!,
            (long)(await size.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!);
    }
}
