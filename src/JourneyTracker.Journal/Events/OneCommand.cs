using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.Events;

/// <summary>One append of one fact, one statement, one transaction, one round trip. Prepared once for a connection.</summary>
internal sealed class OneCommand : IAsyncDisposable
{
    private static readonly string Text = EmbeddedSql.Text("append_one.sql");
    private readonly NpgsqlCommand command;
    private readonly NpgsqlParameter<string> partnership = new() { NpgsqlDbType = NpgsqlDbType.Varchar };
    private readonly NpgsqlParameter<Guid> stream = new() { NpgsqlDbType = NpgsqlDbType.Uuid };
    private readonly NpgsqlParameter<long?> expected = new() { NpgsqlDbType = NpgsqlDbType.Bigint };
    private readonly NpgsqlParameter<Guid> fact = new() { NpgsqlDbType = NpgsqlDbType.Uuid };
    private readonly NpgsqlParameter<string> name = new() { NpgsqlDbType = NpgsqlDbType.Varchar };
    private readonly NpgsqlParameter<byte[]> body = new() { NpgsqlDbType = NpgsqlDbType.Jsonb };
    private readonly NpgsqlParameter<string> headers = new() { NpgsqlDbType = NpgsqlDbType.Jsonb };
    private readonly NpgsqlParameter<DateTimeOffset?> recorded = new() { NpgsqlDbType = NpgsqlDbType.TimestampTz };
    private readonly NpgsqlParameter<string?> system = new() { NpgsqlDbType = NpgsqlDbType.Varchar };
    private readonly NpgsqlParameter<byte[]?> reference = new() { NpgsqlDbType = NpgsqlDbType.Bytea };
    private readonly NpgsqlParameter<byte[]?> content = new() { NpgsqlDbType = NpgsqlDbType.Bytea };

    private OneCommand(NpgsqlConnection connection) =>
        command = new NpgsqlCommand(Text, connection) { Parameters = { partnership, stream, expected, fact, name, body, headers, recorded, system, reference, content } };

    public static async Task<OneCommand> PrepareAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var one = new OneCommand(connection);
        await one.command.PrepareAsync(ct);
        return one;
    }

    /// <summary>The answer; null when the journey is locked by somebody else.</summary>
    public async Task<AppendOutcome?> ExecuteAsync(PreparedAppend append, CancellationToken ct)
    {
        var given = append.Facts[0];
        partnership.TypedValue = append.Partnership.Name;
        stream.TypedValue = append.Journey.Value;
        expected.TypedValue = append.Barred is null ? append.Expected : GroupCommand.NoVersion;
        fact.TypedValue = given.Id.Value;
        name.TypedValue = given.Name;
        body.TypedValue = given.Body;
        headers.TypedValue = given.Headers;
        recorded.TypedValue = given.RecordedAt;
        system.TypedValue = given.System;
        reference.TypedValue = given.Reference;
        content.TypedValue = given.Content;
        await using var rows = await command.ExecuteReaderAsync(ct);
        await rows.ReadAsync(ct);
        var answer = new GroupAnswer([rows.GetInt32(0)], [rows.GetInt64(1)], [rows.IsDBNull(2) ? null : rows.GetGuid(2)], [rows.IsDBNull(3) ? 0 : rows.GetInt64(3)]);
        return answer.Outcomes([append], [append.Journey])[0];
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();
}
