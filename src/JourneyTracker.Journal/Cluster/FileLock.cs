namespace JourneyTracker.Journal.Cluster;

/// <summary>
/// An advisory lock (flock) on a file, let go by the kernel however its holder dies.
/// .NET takes LOCK_EX for <see cref="FileShare.None"/> and LOCK_SH for any other share; the guard script takes the same locks.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    public static FileLock? TryTake(string path, bool exclusive)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, exclusive ? FileShare.None : FileShare.ReadWrite));
        }
        catch (IOException e) when (e is not FileNotFoundException and not DirectoryNotFoundException && File.Exists(path))
        {
            return null;
        }
    }

    public static async Task<FileLock?> TakeAsync(string path, bool exclusive, TimeSpan patience, Action? waiting, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        var told = false;
        while (true)
        {
            if (TryTake(path, exclusive) is { } taken)
                return taken;
            var waited = TimeProvider.System.GetElapsedTime(started);
            if (waited > patience)
                return null;
            if (!told && waited > TimeSpan.FromSeconds(1))
            {
                told = true;
                waiting?.Invoke();
            }
            await Task.Delay(Pause, cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose() => _file.Dispose();
}
