using System.Diagnostics;

namespace JourneyTracker.Journal.Cluster;

/// <summary>Joins a running cluster or starts it.</summary>
internal static class ClusterStart
{
    public static async Task<PrivateCluster> OpenAsync(ClusterFolder folder, ClusterOptions options, CancellationToken cancellation)
    {
        RequireTools();
        var account = ServerAccount.Current;
        await MakeFoldersAsync(folder, account, cancellation).ConfigureAwait(false);

        using var starting = await FileLock.TakeAsync(folder.StartLock, exclusive: true, options.Patience, () => options.Progress?.Invoke("Waiting for another process that is starting the cluster."), cancellation).ConfigureAwait(false)
            ?? throw new ClusterException($"The data folder {folder.Home} is busy: another process has been starting its cluster for {options.Patience.TotalSeconds:0} seconds. Try again, or choose another folder with --data.");
        var use = await FileLock.TakeAsync(folder.UsersLock, exclusive: false, options.Patience, () => options.Progress?.Invoke("Waiting for the cluster to finish stopping."), cancellation).ConfigureAwait(false)
            ?? throw new ClusterException($"The data folder {folder.Home} is busy: its cluster has been stopping for {options.Patience.TotalSeconds:0} seconds. Try again, or choose another folder with --data.");
        try
        {
            var running = Guard.Lives(folder);
            using var guard = running ? null : await StartAsync(folder, account, options, cancellation).ConfigureAwait(false);
            await Readiness.WaitAsync(folder, guard, options, cancellation).ConfigureAwait(false);
            await HouseDatabases.EnsureAsync(Readiness.Probe(folder), cancellation).ConfigureAwait(false);
            return new PrivateCluster(folder, use, running);
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    private static async Task MakeFoldersAsync(ClusterFolder folder, ServerAccount account, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder.Home))
        {
            Directory.CreateDirectory(folder.Home);
            // Whatever the umask: the server's user must be able to pass through. What is private stands in folders of its own.
            Permissions.PassThrough(folder.Home);
        }

        await account.MakeFolderAsync(folder.Root, cancellation).ConfigureAwait(false);
        await account.MakeFolderAsync(folder.Socket, cancellation).ConfigureAwait(false);
        await account.RequireReachAsync(folder.Root, "The data folder", cancellation).ConfigureAwait(false);
    }

    private static async Task<Process> StartAsync(ClusterFolder folder, ServerAccount account, ClusterOptions options, CancellationToken cancellation)
    {
        var onDisk = Initialisation.MajorOnDisk(folder);
        var binaries = await PostgresBinaries.FindAsync(options.BinariesFolder, onDisk, cancellation).ConfigureAwait(false);
        if (onDisk is { } major)
            Initialisation.RequireSameMajor(folder, major, binaries);
        await account.RequireReachAsync(binaries.Folder, "The PostgreSQL programs in", cancellation).ConfigureAwait(false);
        if (new DriveInfo(folder.Root).AvailableFreeSpace < options.MinimumFreeBytes)
            throw StartFailure.NoSpace(folder);
        if (onDisk is null)
            await Initialisation.CreateAsync(folder, account, binaries, options, cancellation).ConfigureAwait(false);
        await Leftovers.ClearAsync(folder, options.Patience, cancellation).ConfigureAwait(false);
        if (File.Exists(folder.Log))
            File.Move(folder.Log, folder.Log + ".1", overwrite: true);
        return Guard.Start(folder, account, binaries, options);
    }

    private static void RequireTools()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        foreach (var tool in new[] { "bash", "flock", "setpriv", "setsid" })
        {
            if (!OperatingSystem.IsLinux() || !folders.Any(f => File.Exists(Path.Combine(f, tool))))
                throw new ClusterException($"A private PostgreSQL cluster needs Linux and the program {tool} (Debian: bash, util-linux): install it, or name a database with --database.");
        }
    }
}
