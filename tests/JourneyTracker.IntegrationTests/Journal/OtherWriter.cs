using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>A transaction of another program (Marten, say) on the same tables.</summary>
internal sealed class OtherWriter : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private NpgsqlTransaction? transaction;

    private OtherWriter(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<OtherWriter> BeginAsync(string connectionString)
    {
        var other = new OtherWriter(new NpgsqlConnection(connectionString));
        await other.connection.OpenAsync();
        other.transaction = await other.connection.BeginTransactionAsync();
        return other;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A fact of a kind that only that program knows, as the first of a new stream.</summary>
    /// <param name="number">Its position.</param>
    /// <param name="tell">Whether those who listen are told; a transaction that is to be prepared may not.</param>
    public Task InsertEventAsync(long number, bool tell = true) => ExecuteAsync($$"""
        with stream as (insert into journeys.mt_streams (tenant_id, id, version) values ('north', gen_random_uuid(), 1) returning id)
        insert into journeys.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
        select {{number}}, gen_random_uuid(), id, 1, '{}', 'from-elsewhere.v1', clock_timestamp(), 'north' from stream;
        {{(tell ? "notify mt_events_appended" : "")}}
        """);

    /// <summary>One more contact on a journey, dated by that program.</summary>
    public Task AddLaterEventAsync(JourneyId journey, DateTimeOffset at) => ExecuteAsync($$"""
        update journeys.mt_streams set version = version + 1 where id = '{{journey}}';
        insert into journeys.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
        select nextval('journeys.mt_events_sequence'), gen_random_uuid(), id, version, '{"happenedOn":"2026-03-09","type":"b"}', 'contact.v1', '{{at:O}}', tenant_id
        from journeys.mt_streams where id = '{{journey}}'
        """);

    public async Task CommitAsync() => await transaction!.CommitAsync();

    /// <summary>Rolls back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        transaction = null;
        await connection.DisposeAsync();
    }
}

internal static class SuperuserQueries
{
    /// <summary>Looks behind the curtain: past row-level security.</summary>
    public static async Task<T> SuperuserScalarAsync<T>(this TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Changes what nobody else may.</summary>
    public static async Task ExecuteSuperAsync(this TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
