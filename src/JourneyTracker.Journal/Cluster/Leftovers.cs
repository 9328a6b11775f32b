using System.Globalization;
using System.Text;

namespace JourneyTracker.Journal.Cluster;

/// <summary>Clears what a crash left behind. Called only by the process that may start the server, when no guard lives.</summary>
internal static class Leftovers
{
    public static async Task ClearAsync(ClusterFolder folder, TimeSpan patience, CancellationToken cancellation)
    {
        var pidFile = Path.Combine(folder.Data, "postmaster.pid");
        if (RunningServer(folder, pidFile) is { } server)
            await WaitForEndAsync(folder, server, patience, cancellation).ConfigureAwait(false);

        // The pid in a stale file may have been given to another process, in which case PostgreSQL itself would refuse to start.
        File.Delete(pidFile);
        if (Directory.Exists(folder.Socket))
        {
            foreach (var file in Directory.GetFiles(folder.Socket, ".s.PGSQL.*"))
                File.Delete(file);
        }
    }

    private static int? RunningServer(ClusterFolder folder, string pidFile)
    {
        if (!File.Exists(pidFile) || !int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid))
            return null;
        return CommandLine(pid) is [var program, .. var rest] && program.EndsWith("postgres", StringComparison.Ordinal)
            && (rest.Contains(folder.Data) || WorksIn(pid, pidFile)) ? pid : null;
    }

    /// <summary>Whether the server's working directory, which is its data directory, holds this very file: it may have been started with a relative path or through a link.</summary>
    private static bool WorksIn(int pid, string pidFile)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cwd/postmaster.pid") == File.ReadAllText(pidFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task WaitForEndAsync(ClusterFolder folder, int pid, TimeSpan patience, CancellationToken cancellation)
    {
        // A server of ours whose guard was killed is already being stopped by the kernel's signal; asking again does no harm.
        if (CommandLine(pid).Contains($"unix_socket_directories={folder.Socket}"))
            await Shell.RunAsync(["kill", "-INT", pid.ToString(CultureInfo.InvariantCulture)], cancellation).ConfigureAwait(false);
        else
            patience = TimeSpan.FromSeconds(2);
        var started = TimeProvider.System.GetTimestamp();
        while (CommandLine(pid).Length > 0)
        {
            if (TimeProvider.System.GetElapsedTime(started) > patience)
            {
                throw new ClusterException(
                    $"The data folder {folder.Home} is busy: a PostgreSQL server that was not started from here (process {pid}) is using it. Stop that server, or choose another folder with --data.");
            }

            await Task.Delay(50, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The words of a process's command line; empty when it is gone or a zombie.</summary>
    private static string[] CommandLine(int pid)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{pid}/cmdline")).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
