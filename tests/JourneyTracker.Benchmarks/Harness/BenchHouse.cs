using JourneyTracker.Journal;
using JourneyTracker.Journal.Cluster;
using JourneyTracker.Journal.Events;

namespace JourneyTracker.Benchmarks.Harness;

/// <summary>A private cluster with the settings of a real one (every commit is flushed), and databases in it that live as long as a bench.</summary>
internal sealed class BenchHouse : IAsyncDisposable
{
    private readonly OpenDatabase opened;
    private readonly List<JourneyDatabase> databases = [];
    private readonly bool keep;

    private BenchHouse(OpenDatabase opened, bool keep) => (this.opened, this.keep) = (opened, keep);

    public string Folder => opened.Cluster!.Folder;

    public static async Task<BenchHouse> OpenAsync(BenchOptions options, CancellationToken ct)
    {
        var folder = Path.Combine(options.Folder ?? Path.GetTempPath(), $"journey-bench-{Guid.NewGuid():N}"[..22]);
        return new(await new DatabaseChoice(folder, null, null).OpenAsync(ClusterOptions.Durable with { MaxConnections = 400 }, ct), options.Keep);
    }

    /// <summary>A database with its migrations, fresh, that stays until the run ends.</summary>
    public async Task<JourneyDatabase> FreshAsync(string name, CancellationToken ct, JournalChoice? journal = null)
    {
        var (journeys, keys) = ($"bench_{name}", $"bench_{name}_keys");
        await ExecuteAsync($"drop database if exists {journeys} with (force)", ct);
        await ExecuteAsync($"drop database if exists {keys} with (force)", ct);
        await ExecuteAsync($"create database {journeys} owner {PrivateCluster.Login}", ct);
        await ExecuteAsync($"create database {keys} owner {PrivateCluster.Login}", ct);
        var database = await OpenAsync(name, ct, journal);
        databases.Add(database);
        return database;
    }

    /// <summary>One more program on a database that <see cref="FreshAsync"/> made. Disposed of by the caller.</summary>
    public Task<JourneyDatabase> OpenAsync(string name, CancellationToken ct, JournalChoice? journal = null) => JourneyDatabase.OpenAsync(
        ConnectionString(name), opened.Cluster!.ConnectionString($"bench_{name}_keys"), Path.Combine(DataFolder(name), "secrets"), TimeProvider.System, ct, journal: journal);

    /// <summary>The command line on such a database: <c>--data</c> and <c>--database</c>, and the keys' database in its environment.</summary>
    public (string[] Options, string Keys) CommandLine(string name) =>
        (["--data", DataFolder(name), "--database", ConnectionString(name)], opened.Cluster!.ConnectionString($"bench_{name}_keys"));

    private string DataFolder(string name) => Path.Combine(Folder, name);

    /// <summary>For the programs' login.</summary>
    public string ConnectionString(string name) => opened.Cluster!.ConnectionString($"bench_{name}");

    /// <summary>For bare work: row-level security does not hold the superuser up.</summary>
    public string SuperuserConnectionString(string name) => opened.Cluster!.SuperuserConnectionString($"bench_{name}");

    public async Task<string> SettingAsync(string name, CancellationToken ct)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(opened.Cluster!.SuperuserConnectionString());
        await using var command = source.CreateCommand("select current_setting($1)");
        command.Parameters.Add(new() { Value = name });
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases) await database.DisposeAsync();
        Npgsql.NpgsqlConnection.ClearAllPools();
        var folder = Folder;
        await opened.DisposeAsync();
        if (keep) Console.Error.WriteLine($"The cluster is left in {folder}.");
        else await RemoveAsync(folder);
    }

    /// <summary>The guard stops the server after we let go; its folder can go when it has.</summary>
    private static async Task RemoveAsync(string folder)
    {
        for (var patience = 0; patience < 100; patience++)
        {
            if (Directory.EnumerateFiles(folder, "postmaster.pid", SearchOption.AllDirectories).Any()) await Task.Delay(100);
            else break;
        }

        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException left)
        {
            Console.Error.WriteLine($"The folder {folder} could not be removed: {left.Message}");
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(opened.Cluster!.SuperuserConnectionString());
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
