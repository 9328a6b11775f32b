using JourneyTracker.Journal.Cluster;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Fixtures;

/// <summary>
/// The one PostgreSQL of this test run: a throwaway private cluster, started by the first test that needs it. Nobody stops
/// it: when the test process is gone its guard does, and removes the folder.
/// </summary>
public static class TestCluster
{
    private const string Template = "journeys_template";
    private static readonly Lazy<Task<PrivateCluster>> Private = new(StartClusterAsync);
    private static readonly Lazy<Task<TestServer>> Started = new(StartAsync);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1);

    public static Task<PrivateCluster> Cluster => Private.Value;

    /// <summary>A fresh database, owned by the programs' login, with the migrations applied; or without them.</summary>
    internal static async Task<string> CreateDatabaseAsync(string name, bool migrated)
    {
        var server = await Started.Value;
        // CREATE DATABASE refuses a template that another copy is reading.
        await OneCopyAtATime.WaitAsync();
        try
        {
            await ExecuteAsync(server, $"create database {name} template {(migrated ? Template : "template0")} owner {PrivateCluster.Login} strategy file_copy");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        return server.ConnectionString(name);
    }

    internal static async Task DropDatabaseAsync(string name) => await ExecuteAsync(await Started.Value, $"drop database if exists {name} with (force)");

    private static Task<PrivateCluster> StartClusterAsync() =>
        PrivateCluster.OpenAsync(Path.Combine(Path.GetTempPath(), $"journey-tests-{Guid.NewGuid():N}"[..22]), ClusterOptions.Throwaway);

    private static async Task<TestServer> StartAsync()
    {
        var server = await TestServer.StartAsync();
        await ExecuteAsync(server, $"create database {Template} owner {PrivateCluster.Login}");
        await TemplateContents.ApplyAsync(server.ConnectionString(Template));
        return server;
    }

    private static async Task ExecuteAsync(TestServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
