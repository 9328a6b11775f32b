using System.Diagnostics;

namespace JourneyTracker.Journal.Cluster;

/// <summary>Starts the shell (guard.sh) that owns the server process and stops it when its last user is gone.</summary>
internal static class Guard
{
    public static Process Start(ClusterFolder folder, ServerAccount account, PostgresBinaries binaries, ClusterOptions options)
    {
        // A session of its own: Ctrl-C at the terminal reaches the users, which let go in their own time, not the server.
        string[] command =
        [
            "setsid", "bash", "-c", Script(), "journey-guard", folder.Root, options.Ephemeral ? "remove" : "keep",
            .. account.Prefix(diesWithParent: true), binaries.Postgres, "-D", folder.Data, .. ServerSettings.For(folder, options),
        ];
        var guard = Process.Start(Shell.Prepare(command))!;
        guard.StandardInput.Close();
        return guard;
    }

    /// <summary>Whether a guard lives. Ask only while holding the users' lock: then a living guard is not about to end.</summary>
    public static bool Lives(ClusterFolder folder)
    {
        using var free = FileLock.TryTake(folder.GuardLock, exclusive: true);
        return free is null;
    }

    private static string Script()
    {
        using var reader = new StreamReader(typeof(Guard).Assembly.GetManifestResourceStream("guard.sh")!);
        return reader.ReadToEnd();
    }
}
