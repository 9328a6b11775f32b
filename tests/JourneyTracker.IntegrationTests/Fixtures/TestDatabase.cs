using JourneyTracker.Journal.Cluster;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Fixtures;

/// <summary>
/// A fresh database with the migrations applied, in some 50 ms. As a class fixture (<c>IClassFixture&lt;TestDatabase&gt;</c>)
/// it is shared by the tests of a class; <see cref="CreateAsync"/> gives one more inside a test.
/// </summary>
public sealed class TestDatabase : IAsyncLifetime, IAsyncDisposable
{
    private readonly string _name = $"t_{Guid.NewGuid():N}"[..14];
    private readonly bool _migrated;
    private NpgsqlDataSource? _source;

    public TestDatabase() : this(migrated: true) { }

    private TestDatabase(bool migrated) => _migrated = migrated;

    /// <summary>For the programs' login, which owns the database and is no superuser.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>The same database as the superuser, to look behind the curtain.</summary>
    public string SuperuserConnectionString { get; private set; } = "";

    /// <summary>Of <see cref="ConnectionString"/>.</summary>
    public NpgsqlDataSource Source => _source ??= NpgsqlDataSource.Create(ConnectionString);

    /// <summary>A further database; empty when the migrations are what is tested.</summary>
    public static async Task<TestDatabase> CreateAsync(bool migrated = true)
    {
        var database = new TestDatabase(migrated);
        await database.InitializeAsync();
        return database;
    }

    public async Task InitializeAsync()
    {
        // Small pools: many classes run side by side on one server.
        var created = new NpgsqlConnectionStringBuilder(await TestCluster.CreateDatabaseAsync(_name, _migrated)) { MaxPoolSize = 40 };
        ConnectionString = created.ConnectionString;
        created.Username = PrivateCluster.Superuser;
        SuperuserConnectionString = created.ConnectionString;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
            await _source.DisposeAsync();
        foreach (var used in new[] { ConnectionString, SuperuserConnectionString })
        {
            await using var pooled = new NpgsqlConnection(used);
            NpgsqlConnection.ClearPool(pooled);
        }

        await TestCluster.DropDatabaseAsync(_name);
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
}
