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
    private static readonly Lazy<Task<PrivateCluster>> Started = new(StartAsync);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1);

    public static Task<PrivateCluster> Cluster => Started.Value;

    /// <summary>A fresh database, owned by the programs' login, with the migrations applied; or without them.</summary>
    internal static async Task<string> CreateDatabaseAsync(string name, bool migrated)
    {
        var cluster = await Cluster;
        // CREATE DATABASE refuses a template that another copy is reading.
        await OneCopyAtATime.WaitAsync();
        try
        {
            await ExecuteAsync(cluster, $"create database {name} template {(migrated ? Template : "template0")} owner {PrivateCluster.Login} strategy file_copy");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        return cluster.ConnectionString(name);
    }

    internal static async Task DropDatabaseAsync(string name) => await ExecuteAsync(await Cluster, $"drop database if exists {name} with (force)");

    private static async Task<PrivateCluster> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"journey-tests-{Guid.NewGuid():N}"[..22]);
        var cluster = await PrivateCluster.OpenAsync(folder, ClusterOptions.Throwaway);
        await ExecuteAsync(cluster, $"create database {Template} owner {PrivateCluster.Login}");
        await TemplateContents.ApplyAsync(cluster.ConnectionString(Template));
        return cluster;
    }

    private static async Task ExecuteAsync(PrivateCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.SuperuserConnectionString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
