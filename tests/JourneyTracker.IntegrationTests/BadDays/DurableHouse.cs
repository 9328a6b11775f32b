using System.Globalization;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Cluster;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Cluster;
using Npgsql;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>A private cluster of its own whose every commit is flushed, with a journal in it. The test is one of its users; programs of ours are others.</summary>
internal sealed class DurableHouse : IAsyncDisposable
{
    public static readonly Partnership North = JournalHouse.North;
    private readonly DataFolder folder;
    private readonly ClusterOptions options;
    private OpenDatabase opened = null!;

    private DurableHouse(DataFolder folder, ClusterOptions options) => (this.folder, this.options) = (folder, options);

    public string Folder => folder.Path;

    public int ServerPid => folder.ServerPid;

    public JourneyDatabase Database { get; private set; } = null!;

    public IJournal Journal => Database.Journal;

    /// <summary>For the programs' login.</summary>
    public string ConnectionString => opened.ConnectionString;

    public string KeysConnectionString => opened.KeysConnectionString;

    public string SecretsFolder => opened.SecretsFolder;

    /// <summary>Unpooled, to look behind the curtain.</summary>
    public string SuperuserConnectionString => opened.Cluster!.SuperuserConnectionString(PrivateCluster.Journeys) + ";Pooling=false";

    public static async Task<DurableHouse> OpenAsync(string? parent = null, params (string Name, string Value)[] settings)
    {
        var folder = await DataFolder.MadeAsync(parent);
        var house = new DurableHouse(folder, ClusterOptions.Durable with
        {
            SharedBuffersMegabytes = 32,
            MinimumFreeBytes = 0,
            Settings = settings.ToDictionary(s => s.Name, s => s.Value),
        });
        try
        {
            await house.JoinAsync();
            house.Database = await JourneyDatabase.OpenAsync(house.ConnectionString, house.KeysConnectionString, house.SecretsFolder, TimeProvider.System, default);
            await house.Database.Partnerships.AddAsync(North, "North", simulated: false, default);
            return house;
        }
        catch
        {
            await house.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the server as an operator does, and starts it again.</summary>
    public async Task RestartServerAsync()
    {
        await Signals.SendAsync(ServerPid, "INT");
        await folder.StoppedAsync();
        var before = opened;
        await JoinAsync();
        await before.Cluster!.DisposeAsync();
    }

    /// <summary>One more node of ours on this journal, in this process.</summary>
    public Task<JourneyDatabase> OneMoreAsync(string more = "") =>
        JourneyDatabase.OpenAsync(ConnectionString + more, KeysConnectionString + more, SecretsFolder, TimeProvider.System, default);

    public Task<T> AskAsync<T>(string sql) => DataFolder.AskAsync<T>(SuperuserConnectionString, sql);

    public Task TellAsync(string sql) => DataFolder.TellAsync(SuperuserConnectionString, sql);

    /// <summary>The first column of every row, as text.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync()) lines.Add(Convert.ToString(rows.GetValue(0), CultureInfo.InvariantCulture)!);
        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        if (Database is not null) await Database.DisposeAsync();
        if (opened is not null) await opened.DisposeAsync();
        await folder.DisposeAsync();
    }

    private async Task JoinAsync() => opened = await new DatabaseChoice(folder.Path, null, null).OpenAsync(options);
}
