using System.Globalization;

namespace JourneyTracker.Journal.Cluster;

/// <summary>Makes the data directory, or checks the one that is there.</summary>
internal static class Initialisation
{
    /// <summary>The major version that wrote the data directory; null when there is none yet.</summary>
    public static int? MajorOnDisk(ClusterFolder folder)
    {
        if (!Directory.Exists(folder.Data))
            return null;
        var file = Path.Combine(folder.Data, "PG_VERSION");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, out var major)
            ? major
            : throw new ClusterException(
                $"The data folder {folder.Home} is damaged (cluster/data/PG_VERSION cannot be read): restore it from a backup, or choose another folder with --data.");
    }

    public static void RequireSameMajor(ClusterFolder folder, int onDisk, PostgresBinaries binaries)
    {
        if (onDisk != binaries.Major)
        {
            throw new ClusterException(
                $"The data folder {folder.Home} was made by PostgreSQL {onDisk} and cannot be opened by PostgreSQL {binaries.Major}: install PostgreSQL {onDisk}, or choose another folder with --data.");
        }
    }

    public static async Task CreateAsync(ClusterFolder folder, ServerAccount account, PostgresBinaries binaries, ClusterOptions options, CancellationToken cancellation)
    {
        options.Progress?.Invoke($"Making a private PostgreSQL {binaries.Major} cluster in {folder.Home}.");
        RemoveUnfinished(folder);
        // A name of its own each time: the initdb of a process that was killed may still be at work in the old one.
        var unfinished = Path.Combine(folder.Root, ClusterFolder.Unfinished + Guid.NewGuid().ToString("N")[..8]);
        string[] initdb =
        [
            .. account.Prefix(diesWithParent: false), binaries.Initdb, "-D", unfinished, "-U", PrivateCluster.Superuser,
            "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions", .. options.Ephemeral ? ["--no-sync"] : Array.Empty<string>(),
        ];
        var made = await Shell.RunAsync(initdb, cancellation).ConfigureAwait(false);
        if (!made.Succeeded)
            throw StartFailure.From(folder, made.Output);
        Directory.Move(unfinished, folder.Data);
    }

    private static void RemoveUnfinished(ClusterFolder folder)
    {
        foreach (var old in Directory.GetDirectories(folder.Root, ClusterFolder.Unfinished + "*"))
        {
            try
            {
                Directory.Delete(old, recursive: true);
            }
            catch (IOException)
            {
                // An initdb that outlived its parent is adding or removing files there. It costs only space.
            }
        }
    }
}
