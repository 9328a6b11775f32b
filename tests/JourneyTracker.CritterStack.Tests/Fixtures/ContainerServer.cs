using System.Runtime.CompilerServices;
using DotNet.Testcontainers.Builders;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Cluster;
using Npgsql;
using Testcontainers.PostgreSql;

namespace JourneyTracker.CritterStack.Tests.Fixtures;

/// <summary>These tests run on a container when a container engine answers, else on a throwaway private cluster like all others.</summary>
internal static class ContainerServer
{
    private const string Image = "postgres:17-bookworm";

    [ModuleInitializer]
    internal static void Prefer() => TestServer.Elsewhere = TryStartAsync;

    /// <summary>Nobody stops it: Testcontainers' own watcher does when the test process is gone. Null when no engine answers.</summary>
    private static async Task<TestServer?> TryStartAsync()
    {
        try
        {
            var container = new PostgreSqlBuilder(Image).WithUsername(PrivateCluster.Superuser).WithDatabase("postgres")
                .WithCommand("-c", "max_connections=400", "-c", "fsync=off", "-c", "max_prepared_transactions=10").Build();
            await container.StartAsync();
            var superuser = new NpgsqlConnectionStringBuilder(container.GetConnectionString());
            await MakeLoginAsync(superuser);
            return new TestServer(database => new NpgsqlConnectionStringBuilder(superuser.ConnectionString) { Username = PrivateCluster.Login, Database = database }.ConnectionString, superuser.ConnectionString);
        }
        catch (DockerUnavailableException)
        {
            return null;
        }
    }

    /// <summary>As on a private cluster: whoever makes roles also takes them on.</summary>
    private static async Task MakeLoginAsync(NpgsqlConnectionStringBuilder superuser)
    {
        await using var connection = new NpgsqlConnection(superuser.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"create role {PrivateCluster.Login} login createrole password '{superuser.Password}'; alter role {PrivateCluster.Login} set createrole_self_grant = 'set, inherit'", connection);
        await command.ExecuteNonQueryAsync();
    }
}
