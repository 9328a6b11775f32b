using JourneyTracker.Journal.Secrets;
using Npgsql;

namespace JourneyTracker.Journal.Cluster;

/// <summary>A database that is there and answers, and what belongs to it. Disposing lets go of the private cluster, if there is one.</summary>
public sealed class OpenDatabase : IAsyncDisposable
{
    private OpenDatabase(string connectionString, string keys, string secrets, MasterKeySource masterKey, PrivateCluster? cluster) =>
        (ConnectionString, KeysConnectionString, SecretsFolder, MasterKey, Cluster) = (connectionString, keys, secrets, masterKey, cluster);

    /// <summary>For the programs' login, which is no superuser.</summary>
    public string ConnectionString { get; }

    /// <summary>The database of the journeys' keys, apart from the journal and its backups.</summary>
    public string KeysConnectionString { get; }

    /// <summary>A folder that only we may enter.</summary>
    public string SecretsFolder { get; }

    /// <summary>Where the master key comes from.</summary>
    public MasterKeySource MasterKey { get; }

    /// <summary>Null when the database was named by a connection string.</summary>
    public PrivateCluster? Cluster { get; }

    /// <summary>Asks the server; throws when it does not answer.</summary>
    public Task<DatabaseDescription> DescribeAsync(CancellationToken cancellation = default) => DatabaseDescription.AskAsync(this, cancellation);

    internal static async Task<OpenDatabase> FromAsync(DatabaseChoice choice, ClusterOptions options, CancellationToken cancellation)
    {
        if (choice.ConnectionString is { } given)
        {
            var keys = choice.KeysConnectionString ?? await NamedServer.KeysBesideAsync(given, cancellation).ConfigureAwait(false);
            return new OpenDatabase(given, keys, MakeSecretsFolder(choice.DataFolder), choice.MasterKey, cluster: null);
        }

        var cluster = await PrivateCluster.OpenAsync(choice.DataFolder, options, cancellation).ConfigureAwait(false);
        return new OpenDatabase(
            cluster.ConnectionString(), choice.KeysConnectionString ?? cluster.ConnectionString(PrivateCluster.Keys), MakeSecretsFolder(choice.DataFolder), choice.MasterKey, cluster);
    }

    public async ValueTask DisposeAsync()
    {
        if (Cluster is null)
            return;
        // Pooled connections to a server that is about to stop would only make noise.
        foreach (var connectionString in new[] { ConnectionString, KeysConnectionString })
        {
            await using var pooled = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(pooled);
        }

        await Cluster.DisposeAsync().ConfigureAwait(false);
    }

    private static string MakeSecretsFolder(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "secrets");
        try
        {
            Directory.CreateDirectory(folder);
            Permissions.Private(folder);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ClusterException($"The folder {folder} for secrets cannot be made ({e.Message.TrimEnd('.')}): choose another data folder with --data.", e);
        }
    }
}
