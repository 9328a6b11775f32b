using System.Diagnostics;
using System.Text.RegularExpressions;

namespace JourneyTracker.Benchmarks.Processes;

/// <summary>A verb of ours as a process of its own.</summary>
internal sealed partial class JourneyProcess : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private readonly Process process;
    private readonly List<string> said = [];
    private readonly TaskCompletionSource<Uri> served = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private JourneyProcess(Process process) => this.process = process;

    public static JourneyProcess Start((string[] Options, string Keys) database, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "JourneyTracker.Cli.dll"), .. words, .. database.Options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["JOURNEY_KEYS"] = database.Keys;
        var started = new JourneyProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        started.Follow();
        return started;
    }

    public ProcessMemory Memory => ProcessMemory.Of(process.Id) ?? throw Ended();

    /// <summary>Where it serves; waits until it does.</summary>
    public async Task<Uri> AddressAsync(CancellationToken ct) => await served.Task.WaitAsync(ct);

    /// <summary>Until it has ended; returns the most memory it held.</summary>
    public async Task<double> PeakMiBAsync(CancellationToken ct)
    {
        var peak = 0.0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, ProcessMemory.Of(process.Id)?.Peak ?? 0);
            await Task.Delay(BetweenLooks, ct);
        }

        return process.ExitCode == 0 ? peak : throw Ended();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex("http://[^ ]+?:[0-9]+")]
    private static partial Regex Address();

    private void Follow()
    {
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => served.TrySetException(Ended());
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.Add(line);
        if (Address().Match(line) is { Success: true } found) served.TrySetResult(new Uri(found.Value));
    }

    private InvalidOperationException Ended()
    {
        lock (said) return new InvalidOperationException($"It ended: {string.Join(Environment.NewLine, said)}");
    }
}
