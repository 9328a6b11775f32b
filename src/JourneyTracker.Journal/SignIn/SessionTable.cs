using JourneyTracker.Journal.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.SignIn;

/// <summary>A session as it stands in the database.</summary>
/// <param name="Sealed">What it says, sealed.</param>
/// <param name="Began">When the person signed in.</param>
/// <param name="Seen">When the person last asked for something.</param>
public sealed record SessionRow(byte[] Sealed, DateTimeOffset Began, DateTimeOffset Seen);

/// <summary>Who is signed in, shared by all web nodes. A session that has ended has no row.</summary>
public sealed class SessionTable
{
    private readonly NpgsqlDataSource source;

    internal SessionTable(NpgsqlDataSource source) => this.source = source;

    /// <summary>Adds a session, and clears away those that began before <paramref name="oldest"/>.</summary>
    public async Task BeginAsync(byte[] id, byte[] subject, byte[]? providerSession, byte[] sealedTicket, DateTimeOffset now, DateTimeOffset oldest, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Command("delete from journeys.session where began < $1", oldest));
        batch.BatchCommands.Add(Command(EmbeddedSql.Text("session_begin.sql"), id, subject, Bytes(providerSession), now, sealedTicket));
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The session, if it was seen after one instant and began after another; null when not.</summary>
    public async Task<SessionRow?> FindAsync(byte[] id, DateTimeOffset seenAfter, DateTimeOffset beganAfter, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Command("select sealed, began, seen from journeys.session where id = $1 and seen > $2 and began > $3", id, seenAfter, beganAfter));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        return await rows.ReadAsync(ct) ? new SessionRow(rows.GetFieldValue<byte[]>(0), rows.GetFieldValue<DateTimeOffset>(1), rows.GetFieldValue<DateTimeOffset>(2)) : null;
    }

    /// <summary>Those of these sessions that are still there, seen after one instant and begun after another.</summary>
    public async Task<IReadOnlyList<byte[]>> AliveAsync(byte[][] ids, DateTimeOffset seenAfter, DateTimeOffset beganAfter, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Command("select id from journeys.session where id = any ($1) and seen > $2 and began > $3", ids, seenAfter, beganAfter));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        var alive = new List<byte[]>();
        while (await rows.ReadAsync(ct)) alive.Add(rows.GetFieldValue<byte[]>(0));
        return alive;
    }

    /// <summary>Notes that the person asked for something.</summary>
    public Task SeenAsync(byte[] id, DateTimeOffset now, CancellationToken ct) =>
        ExecuteAsync("update journeys.session set seen = greatest(seen, $2) where id = $1", ct, id, now);

    public Task EndAsync(byte[] id, CancellationToken ct) => ExecuteAsync("delete from journeys.session where id = $1", ct, id);

    /// <summary>Ends the sessions of a subject: those of one session at the provider, or all that began by an instant.</summary>
    public Task EndOfAsync(byte[]? subject, byte[]? providerSession, DateTimeOffset beganBy, CancellationToken ct) =>
        ExecuteAsync(EmbeddedSql.Text("session_end_of.sql"), ct, Bytes(subject), Bytes(providerSession), beganBy);

    private async Task ExecuteAsync(string text, CancellationToken ct, params object[] values)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Command(text, values));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatchCommand Command(string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        return command;
    }

    private static NpgsqlParameter Bytes(byte[]? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea };
}
