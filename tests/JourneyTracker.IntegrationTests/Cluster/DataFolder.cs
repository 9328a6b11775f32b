using System.Diagnostics;
using System.Globalization;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Cluster;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Cluster;

/// <summary>A data folder of its own for one test, removed afterwards. Its cluster is kept between uses, but nothing is flushed.</summary>
internal sealed class DataFolder : IAsyncDisposable
{
    public static readonly ClusterOptions Options = ClusterOptions.Durable with
    {
        SharedBuffersMegabytes = 16,
        Settings = new Dictionary<string, string> { ["fsync"] = "off" },
    };

    private static readonly Lazy<Task<string>> Original = new(MakeOriginalAsync);

    public DataFolder(string? parent = null) => Path = System.IO.Path.Combine(parent ?? System.IO.Path.GetTempPath(), $"journey-{Guid.NewGuid():N}"[..16]);

    public string Path { get; }

    public string Data => System.IO.Path.Combine(Path, "cluster", "data");

    public string PidFile => System.IO.Path.Combine(Data, "postmaster.pid");

    public int ServerPid => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    public Task<PrivateCluster> OpenAsync(ClusterOptions? options = null) => PrivateCluster.OpenAsync(Path, options ?? Options);

    /// <summary>A folder with a cluster in it that has run before and has stopped: a copy, which is faster than initdb.</summary>
    public static async Task<DataFolder> MadeAsync(string? parent = null)
    {
        var folder = new DataFolder(parent);
        Directory.CreateDirectory(folder.Path);
        using var copy = Process.Start("cp", ["--archive", System.IO.Path.Combine(await Original.Value, "cluster"), folder.Path]);
        await copy.WaitForExitAsync();
        copy.ExitCode.Should().Be(0);
        return folder;
    }

    private static async Task<string> MakeOriginalAsync()
    {
        // Inside the throwaway cluster of the test run, with which it is removed.
        var folder = new DataFolder(System.IO.Path.Combine((await TestCluster.Cluster).Folder, "cluster"));
        await using (await folder.OpenAsync()) { }
        await folder.StoppedAsync();
        return folder.Path;
    }

    public async Task StoppedAsync() => await Until(() => !File.Exists(PidFile), "the server stops");

    public static async Task Until(Func<bool> condition, string what)
    {
        using var patience = new CancellationTokenSource(CliProcess.Patience);
        while (!condition())
        {
            if (patience.IsCancellationRequested)
                throw new TimeoutException($"Waited in vain until {what}.");
            await Task.Delay(20);
        }
    }

    /// <summary>The answer of the last statement, over a connection outside any pool.</summary>
    public static async Task<T> AskAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static async Task TellAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Data))
            await StoppedAsync();
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
