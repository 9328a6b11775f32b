namespace JourneyTracker.Journal.Cluster;

/// <summary>Who may enter a folder.</summary>
internal static class Permissions
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Only its owner (and root).</summary>
    public static void Private(string folder) => Set(folder, Owner);

    /// <summary>Everybody may pass through to what they may enter below; only the owner may look around.</summary>
    public static void PassThrough(string folder) => Set(folder, Owner | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

    private static void Set(string folder, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, mode);
    }
}
