using System.Diagnostics;
using System.Text.RegularExpressions;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary><c>journey serve</c> in a process of its own.</summary>
internal sealed partial class ServeProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Lock gate = new();
    private readonly List<string> said = [];
    private readonly TaskCompletionSource<Uri> announced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile bool killed;
    private volatile bool disposed;

    private ServeProcess(Process process) => this.process = process;

    public Uri Address => announced.Task.Result;

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(40) };

    public int Id => process.Id;

    public bool HasEnded => disposed || process.HasExited;

    /// <summary>Whether it ended, and not by our hand.</summary>
    public bool HasFallen => !disposed && process.HasExited && !killed;

    /// <summary>What it told the operator.</summary>
    public IReadOnlyList<string> Said
    {
        get
        {
            lock (gate) return [.. said];
        }
    }

    public static Task<ServeProcess> StartAsync(DurableHouse house, params string[] more) => StartAsync(house, folder: null, more);

    /// <param name="house">Whose data folder it opens.</param>
    /// <param name="folder">Where the program stands; ours when null.</param>
    /// <param name="more">Further words.</param>
    public static async Task<ServeProcess> StartAsync(DurableHouse house, string? folder, params string[] more)
    {
        var serve = new ServeProcess(new Process
        {
            StartInfo = CliProcess.Prepare(["serve", "--port", "0", "--partnership", "north", "--data", house.Folder, .. more], folder),
            EnableRaisingEvents = true,
        });
        serve.process.ErrorDataReceived += (_, line) => serve.Hear(line.Data);
        serve.process.OutputDataReceived += (_, line) => serve.Hear(line.Data);
        serve.process.Exited += (_, _) => serve.announced.TrySetException(new InvalidOperationException($"The server ended: {string.Join('\n', serve.Said)}"));
        serve.process.Start();
        serve.process.BeginErrorReadLine();
        serve.process.BeginOutputReadLine();
        serve.Client.BaseAddress = await serve.announced.Task.WaitAsync(CliProcess.Patience);
        return serve;
    }

    public async Task<string> HealthAsync() => await (await Client.GetAsync("/health/ready")).Content.ReadAsStringAsync();

    public async Task<long> ResidentMegabytesAsync()
    {
        await Task.Yield();
        process.Refresh();
        return process.WorkingSet64 >> 20;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        killed = true;
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(CliProcess.Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        disposed = true;
        process.Dispose();
        Client.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (gate) said.Add(line);
        if (Announcement().Match(line) is { Success: true } match) announced.TrySetResult(new Uri($"http://127.0.0.1:{match.Groups[1].Value}"));
    }

    [GeneratedRegex(@"is at http://[^:]+:(\d+)")]
    private static partial Regex Announcement();
}
