using System.Diagnostics;

namespace JourneyTracker.IntegrationTests.Cluster;

/// <summary>
/// A living process that has nothing to do with the cluster but runs as the server's user: PostgreSQL takes a lock file
/// with its number for a rival's, and with the number of another user's process for a stale one.
/// </summary>
internal sealed class OtherProcess : IDisposable
{
    private readonly Process _process;

    private OtherProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public bool Lives => !_process.HasExited;

    public static async Task<OtherProcess> StartAsync(DataFolder folder)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["--format=%u", folder.Data]) { RedirectStandardOutput = true })!;
        var owner = (await stat.StandardOutput.ReadToEndAsync()).Trim();
        string[] command = Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={owner}", "--clear-groups", "sleep", "600"] : ["env", "sleep", "600"];
        return new OtherProcess(Process.Start(command[0], command[1..]));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
