using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Folding;

/// <summary>A position of the feed holds within one epoch, and a database that was restored is in another.</summary>
public sealed class FeedEpochTests
{
    [PostgresFact]
    public async Task The_epoch_stays_while_the_feed_grows()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var epoch = await house.Feed.EpochAsync(default);
        await house.OpenAsync(FoldingHouse.Today);
        await house.FoldAsync();
        (await house.Feed.EpochAsync(default)).Should().Be(epoch).And.HaveLength(32);
        (await house.Feed.ReadAsync(FoldingHouse.North, 0, epoch, 10, default)).Should().ContainSingle();
        (await house.Feed.ReadAsync(FoldingHouse.North, 0, "another", 10, default)).Should().BeNull();
    }

    [PostgresFact]
    public async Task A_copy_of_a_database_is_in_another_epoch()
    {
        await using var database = await TestDatabase.CreateAsync(migrated: false);
        await Migrations.ApplyAsync(database.ConnectionString, default);
        var epoch = await EpochAsync(database.ConnectionString);
        var name = new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString).Database;
        var elsewhere = new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString) { Database = "postgres", Pooling = false }.ConnectionString;
        await using (var pooled = new NpgsqlConnection(database.ConnectionString)) NpgsqlConnection.ClearPool(pooled);
        await ExecuteAsync(elsewhere, $"create database {name}_copy template {name}");
        try
        {
            var copy = new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString) { Database = $"{name}_copy" }.ConnectionString;
            (await EpochAsync(copy)).Should().NotBe(epoch);
        }
        finally
        {
            await ExecuteAsync(elsewhere, $"drop database {name}_copy with (force)");
        }
    }

    [PostgresFact]
    public async Task Whoever_restores_may_begin_another_epoch_by_hand_and_who_follows_is_told()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var epoch = await house.Feed.EpochAsync(default);
        await house.OpenAsync(FoldingHouse.Today);
        await house.FoldAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var following = house.Feed.TailAsync(0, patience.Token).GetAsyncEnumerator();
        await following.MoveNextAsync();
        await house.AsSuperuserAsync("update journeys.board_feed_head set epoch = gen_random_uuid()");
        await following.Awaiting(f => f.MoveNextAsync().AsTask()).Should().ThrowAsync<InvalidOperationException>();
        (await house.Feed.EpochAsync(default)).Should().NotBe(epoch);
    }

    [PostgresFact]
    public async Task A_new_timeline_of_the_server_is_another_epoch()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var epoch = await house.Feed.EpochAsync(default);
        // What the programs' roles see of the timeline, put in the place of the server's own function: a server is not promoted within a test.
        await house.AsSuperuserAsync("""
            create function journeys.pg_walfile_name(pg_lsn) returns text language sql as 'select ''000000FF0000000000000001''';
            alter function journeys.feed_epoch set search_path = journeys, pg_catalog;
            """);
        (await house.Feed.EpochAsync(default)).Should().NotBe(epoch);
    }

    private static async Task<string> EpochAsync(string connectionString)
    {
        await using var sources = new DataSources(connectionString);
        await using var feed = new BoardFeed(sources);
        return await feed.EpochAsync(default);
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
