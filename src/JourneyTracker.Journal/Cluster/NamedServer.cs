using Npgsql;

namespace JourneyTracker.Journal.Cluster;

/// <summary>A server that somebody else runs and that was named by a connection string.</summary>
internal static class NamedServer
{
    /// <summary>The connection string of the keys' database on the same server, which is made if it is missing.</summary>
    public static async Task<string> KeysBesideAsync(string connectionString, CancellationToken cancellation)
    {
        var keys = new NpgsqlConnectionStringBuilder(connectionString) { Database = PrivateCluster.Keys };
        var where = $"{keys.Host}:{keys.Port}";
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            await HouseDatabases.EnsureDatabaseAsync(connection, PrivateCluster.Keys, keys.Username ?? connection.UserName!, cancellation).ConfigureAwait(false);
            return keys.ConnectionString;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new ClusterException(
                $"The database {PrivateCluster.Keys} is missing on {where} and this login may not create it: ask for \"create database {PrivateCluster.Keys}\" with this login as its owner, or name another one in JOURNEY_KEYS.", e);
        }
        catch (PostgresException e)
        {
            throw new ClusterException($"The database server at {where} refused: {e.MessageText}. Check --database (or JOURNEY_DB).", e);
        }
        catch (NpgsqlException e)
        {
            throw new ClusterException($"The database server at {where} cannot be reached ({(e.InnerException ?? e).Message.TrimEnd('.')}): check that it runs, and --database (or JOURNEY_DB).", e);
        }
    }
}
