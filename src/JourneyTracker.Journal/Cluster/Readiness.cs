using System.Diagnostics;
using Npgsql;

namespace JourneyTracker.Journal.Cluster;

/// <summary>Waits until the server answers, for as long as it lives: recovery after a crash may take minutes.</summary>
internal static class Readiness
{
    /// <summary>For a single connection as the superuser, outside any pool.</summary>
    public static string Probe(ClusterFolder folder)
    {
        var connection = PrivateCluster.Connection(folder, PrivateCluster.Superuser, "postgres");
        connection.Pooling = false;
        return connection.ConnectionString;
    }

    public static async Task WaitAsync(ClusterFolder folder, Process? guard, ClusterOptions options, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        var told = false;
        while (!await AnswersAsync(folder, cancellation).ConfigureAwait(false))
        {
            if (guard?.HasExited ?? !Guard.Lives(folder))
                throw StartFailure.From(folder, File.Exists(folder.Log) ? await File.ReadAllTextAsync(folder.Log, cancellation).ConfigureAwait(false) : "it ended without a word");
            if (!told && TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(3))
            {
                told = true;
                // A server that finds the disk full is started again and again: without a word from here one would wait for ever.
                if (new DriveInfo(folder.Root).AvailableFreeSpace < options.MinimumFreeBytes)
                    throw StartFailure.NoSpace(folder);
                options.Progress?.Invoke("Waiting for PostgreSQL; after an unclean stop it recovers first.");
            }

            await Task.Delay(20, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<bool> AnswersAsync(ClusterFolder folder, CancellationToken cancellation)
    {
        if (!folder.SocketExists)
            return false;
        try
        {
            await using var connection = new NpgsqlConnection(Probe(folder));
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
