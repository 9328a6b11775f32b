using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.Events;

/// <summary>How far the log goes without a hole, now and as it was at an instant.</summary>
internal sealed class Positions(NpgsqlDataSource folder)
{
    private static readonly string At = EmbeddedSql.Text("position_at.sql");
    private static readonly string Now = EmbeddedSql.Text("position_now.sql");
    private long floor;

    public async Task<long> NowAsync(CancellationToken ct)
    {
        await using var command = Command(Now);
        return Seen((long)(await command.ExecuteScalarAsync(ct))!);
    }

    public async Task<long> AtAsync(Partnership? partnership, DateTimeOffset knownAt, CancellationToken ct)
    {
        await using var command = Command(At);
        command.Parameters.Add(new NpgsqlParameter { Value = knownAt.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)partnership?.Name ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar });
        await using var rows = await command.ExecuteReaderAsync(ct);
        await rows.ReadAsync(ct);
        Seen(rows.GetInt64(1));
        return rows.GetInt64(0);
    }

    private NpgsqlCommand Command(string text)
    {
        var command = folder.CreateCommand(text);
        command.Parameters.Add(new NpgsqlParameter { Value = Interlocked.Read(ref floor) });
        command.Parameters.Add(new NpgsqlParameter { Value = FoldNames.All.ToArray() });
        return command;
    }

    private long Seen(long reached)
    {
        for (var known = Interlocked.Read(ref floor); known < reached; known = Interlocked.Read(ref floor))
            Interlocked.CompareExchange(ref floor, reached, known);
        return reached;
    }
}
