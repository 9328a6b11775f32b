using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Cluster;

namespace JourneyTracker.IntegrationTests.Cluster;

public sealed class DatabaseChoiceTests
{
    [Theory]
    [InlineData(null, null, "/env/data", "Host=env", "/env/data", "Host=env")]
    [InlineData("/said", null, "/env/data", "Host=env", "/said", null)]
    [InlineData(null, "Host=said", "/env/data", "Host=env", "/env/data", "Host=said")]
    [InlineData("/said", "Host=said", null, null, "/said", "Host=said")]
    [InlineData(null, null, null, null, "/home/repo/.data", null)]
    [InlineData(null, null, "", "", "/home/repo/.data", null)]
    public void What_is_said_prevails_over_the_environment(string? data, string? database, string? envData, string? envDatabase, string folder, string? connection)
    {
        var environment = new Dictionary<string, string?> { ["JOURNEY_DATA"] = envData, ["JOURNEY_DB"] = envDatabase, ["JOURNEY_HOME"] = "/home/repo" };
        DatabaseChoice.From(data, database, environment.GetValueOrDefault).Should().Be(new DatabaseChoice(folder, connection, null));
    }

    [Fact]
    public void A_connection_string_that_cannot_be_read_is_refused_without_repeating_it()
    {
        var choose = () => DatabaseChoice.From(null, "secret nonsense", _ => null);
        choose.Should().Throw<ClusterException>().Which.Message.Should().StartWith("The connection string cannot be read").And.NotContain("nonsense");
    }

    [PostgresFact]
    public async Task Secrets_stand_in_a_folder_that_only_we_may_enter()
    {
        await using var folder = await DataFolder.MadeAsync();
        await using var database = await DatabaseChoice.From(folder.Path, null, _ => null).OpenAsync(DataFolder.Options);
        database.SecretsFolder.Should().Be(Path.Combine(folder.Path, "secrets"));
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(database.SecretsFolder).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [PostgresFact]
    public async Task A_named_server_gets_a_database_for_the_keys_when_its_login_may_make_one()
    {
        await using var server = await DataFolder.MadeAsync();
        await using var cluster = await server.OpenAsync();
        await DataFolder.TellAsync(cluster.SuperuserConnectionString(), $"drop database {PrivateCluster.Keys}");
        await using var secrets = new DataFolder();

        var refused = async () => await DatabaseChoice.From(secrets.Path, cluster.ConnectionString(), _ => null).OpenAsync(ClusterOptions.Durable);
        (await refused.Should().ThrowAsync<ClusterException>()).Which.Message.Should().Contain("may not create it");

        await using var database = await DatabaseChoice.From(secrets.Path, cluster.SuperuserConnectionString(), _ => null).OpenAsync(ClusterOptions.Durable);
        (await DataFolder.AskAsync<string>(database.KeysConnectionString, "select current_database()::text")).Should().Be(PrivateCluster.Keys);
        database.Cluster.Should().BeNull();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_in_one_sentence()
    {
        await using var secrets = new DataFolder();
        var open = async () => await DatabaseChoice.From(secrets.Path, "Host=127.0.0.1;Port=1;Username=x;Password=geheim", _ => null).OpenAsync(ClusterOptions.Durable);
        (await open.Should().ThrowAsync<ClusterException>()).Which.Message.Should().StartWith("The database server at 127.0.0.1:1 cannot be reached").And.NotContain("geheim");
    }
}
