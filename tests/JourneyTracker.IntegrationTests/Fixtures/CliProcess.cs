using System.Diagnostics;

namespace JourneyTracker.IntegrationTests.Fixtures;

/// <summary>The real command line in a process of its own.</summary>
internal sealed class CliProcess : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What the command line reads from its environment.</summary>
    public static readonly string[] Settings = ["JOURNEY_DATA", "JOURNEY_DB", "JOURNEY_KEYS", "JOURNEY_HOME", "JOURNEY_DEBUG", "JOURNEY_JOURNAL", "JOURNEY_MASTER_KEY", "JOURNEY_MASTER_KEY_FILE", "JOURNEY_MASTER_KEY_COMMAND"];
    private readonly Process _process;

    private CliProcess(Process process) => _process = process;

    public sealed record Outcome(int ExitCode, string Output, string Messages);

    public static Task<Outcome> RunAsync(params string[] words) => RunAsync(Start(words));

    /// <summary>On a database of the test's, with journeys' keys in another of its own: databases of one server would share those otherwise.</summary>
    public static async Task<Outcome> RunOnAsync(TestDatabase database, params string[] words)
    {
        await using var keys = await TestDatabase.CreateAsync(migrated: false);
        var start = Prepare([.. words, "--database", database.ConnectionString]);
        start.Environment["JOURNEY_KEYS"] = keys.ConnectionString;
        return await RunAsync(new CliProcess(Process.Start(start)!));
    }

    private static async Task<Outcome> RunAsync(CliProcess started)
    {
        using var cli = started;
        var messages = cli._process.StandardError.ReadToEndAsync();
        var output = await cli._process.StandardOutput.ReadToEndAsync();
        await cli.EndAsync();
        return new Outcome(cli._process.ExitCode, output, await messages);
    }

    public static CliProcess Start(params string[] words) => new(Process.Start(Prepare(words))!);

    /// <summary>What starts it, with its streams to be read and nothing of our own environment that would change what it does.</summary>
    public static ProcessStartInfo Prepare(IEnumerable<string> words, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder ?? AppContext.BaseDirectory, "JourneyTracker.Cli.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Settings) start.Environment.Remove(name);
        return start;
    }

    /// <summary>Holds a data folder's cluster open, as a user of its own, until killed or stopped.</summary>
    public static async Task<CliProcess> HoldAsync(string folder)
    {
        var cli = Start("database", "--hold", "--data", folder);
        while (await cli._process.StandardError.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith("Holding", StringComparison.Ordinal))
                return cli;
        }

        throw new InvalidOperationException("The command line ended before it held the database.");
    }

    /// <summary>Where a server that it started is, once it says so.</summary>
    public async Task<Uri> AnnouncedAsync()
    {
        while (await _process.StandardError.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal)) is { } address) return new Uri(address.TrimEnd('.'));
        }

        throw new InvalidOperationException("The command line ended before it served anything.");
    }

    /// <summary>Null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary>As Ctrl-C does.</summary>
    public async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await EndAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private Task EndAsync() => _process.WaitForExitAsync().WaitAsync(Patience);
}
