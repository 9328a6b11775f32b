using Npgsql;

namespace JourneyTracker.Journal.Cluster;

/// <summary>
/// A PostgreSQL cluster of our own in a data folder, reached through a unix socket only. It runs while at least one process
/// holds it open; when the last is gone, even by kill -9, a guard stops it. Several processes may hold the same folder open.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    /// <summary>The login of the programs: no superuser, owner of the databases, may create the group roles.</summary>
    public const string Login = "journeys_app";

    /// <summary>The bootstrap superuser. Only starting the cluster and tests connect as this.</summary>
    public const string Superuser = "postgres_owner";

    public const string Journeys = "journeys";
    public const string Keys = "journeys_keys";

    private readonly FileLock _use;
    private readonly ClusterFolder _folder;

    internal PrivateCluster(ClusterFolder folder, FileLock use, bool wasRunning) => (_folder, _use, WasRunning) = (folder, use, wasRunning);

    /// <summary>The data folder, absolute.</summary>
    public string Folder => _folder.Home;

    public string SocketFolder => _folder.Socket;

    /// <summary>Whether somebody else already held the cluster open when we came.</summary>
    public bool WasRunning { get; }

    public static async Task<PrivateCluster> OpenAsync(string folder, ClusterOptions options, CancellationToken cancellation = default)
    {
        var place = ClusterFolder.Of(folder);
        try
        {
            return await ClusterStart.OpenAsync(place, options, cancellation).ConfigureAwait(false);
        }
        catch (IOException e) when (e.Message.Contains("No space left", StringComparison.Ordinal))
        {
            throw StartFailure.NoSpace(place);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ClusterException($"The data folder {place.Home} belongs to another user or may not be written to ({e.Message.TrimEnd('.')}): choose another folder with --data.", e);
        }
        catch (IOException e)
        {
            throw new ClusterException($"The data folder {place.Home} cannot be used ({e.Message.TrimEnd('.')}): choose another folder with --data.", e);
        }
    }

    /// <summary>For the programs' login.</summary>
    public string ConnectionString(string database = Journeys) => For(Login, database);

    /// <summary>For the bootstrap superuser: making databases, and tests that look behind the curtain.</summary>
    public string SuperuserConnectionString(string database = "postgres") => For(Superuser, database);

    /// <summary>Lets go of the cluster. The guard stops it if nobody else holds it; this does not wait for that.</summary>
    public ValueTask DisposeAsync()
    {
        _use.Dispose();
        return ValueTask.CompletedTask;
    }

    private string For(string user, string database) => Connection(_folder, user, database).ConnectionString;

    internal static NpgsqlConnectionStringBuilder Connection(ClusterFolder folder, string user, string database) =>
        new() { Host = folder.Socket, Port = 5432, Username = user, Database = database, SslMode = SslMode.Disable };
}
