namespace JourneyTracker.Journal.Cluster;

/// <summary>The user the server runs as: whoever we are, but never root.</summary>
internal sealed record ServerAccount(string? Name)
{
    public static ServerAccount Current { get; } = new(Environment.IsPrivilegedProcess ? UnprivilegedUser() : null);

    /// <summary>
    /// The words to put before a command so that it runs as this user. With <paramref name="diesWithParent"/> the kernel
    /// asks it to stop (SIGINT) when its parent is gone, even by kill -9.
    /// </summary>
    public IEnumerable<string> Prefix(bool diesWithParent)
    {
        if (Name is not null)
            return ["setpriv", $"--reuid={Name}", $"--regid={GroupOf(Name)}", "--clear-groups", .. diesWithParent ? ["--pdeathsig=INT"] : Array.Empty<string>(), "--"];
        return diesWithParent ? ["setpriv", "--pdeathsig=INT", "--"] : [];
    }

    /// <summary>Makes a folder that only the server (and root) may enter.</summary>
    public async Task MakeFolderAsync(string folder, CancellationToken cancellation)
    {
        var made = Directory.CreateDirectory(folder);
        if (made.LinkTarget is not null)
            throw new ClusterException($"The folder {folder} is a link to somewhere else, which a private cluster does not follow: remove it.");
        Permissions.Private(folder);
        if (Name is null)
            return;
        var owned = await Shell.RunAsync(["chown", "--no-dereference", $"{Name}:{GroupOf(Name)}", folder], cancellation).ConfigureAwait(false);
        if (!owned.Succeeded)
            throw new ClusterException($"The folder {folder} cannot be given to the user {Name}: {owned.Output.Trim()}");
    }

    /// <summary>Refuses a folder that the server's user cannot get at, and names the folder that is in the way.</summary>
    public async Task RequireReachAsync(string folder, string what, CancellationToken cancellation)
    {
        if (Name is null || await MayAsync("-x", folder, cancellation).ConfigureAwait(false))
            return;
        var barrier = folder;
        for (var parent = Path.GetDirectoryName(folder); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            if (!await MayAsync("-x", parent, cancellation).ConfigureAwait(false))
                barrier = parent;
        }

        throw new ClusterException(
            $"{what} {folder} cannot be used by PostgreSQL, which runs as the user {Name} (never as root): {Name} may not enter {barrier}. "
            + $"Allow it (chmod o+x {barrier}) or choose a folder elsewhere, for example with --data /var/lib/journey.");
    }

    private async Task<bool> MayAsync(string how, string path, CancellationToken cancellation) =>
        (await Shell.RunAsync([.. Prefix(diesWithParent: false), "test", how, path], cancellation).ConfigureAwait(false)).Succeeded;

    private static string UnprivilegedUser() => Users().Any(u => u[0] == "postgres") ? "postgres" : "nobody";

    private static string GroupOf(string user) => Users().First(u => u[0] == user)[3];

    private static IEnumerable<string[]> Users() => File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3);
}
