using System.Globalization;
using JourneyTracker.Benchmarks.Harness;
using Npgsql;

namespace JourneyTracker.Benchmarks.Loading;

/// <summary>
/// Binary COPY of the rows that a load has written, as they were sent by the server: nothing is made, hashed or checked any more. Into tables with the
/// columns, indexes and foreign key of the real ones, in one transaction, committed. They have no row-level security: COPY cannot fill a table that has.
/// </summary>
internal sealed class BareCopy
{
    private static readonly (string Table, string Order)[] Tables = [("mt_streams", "created, id"), ("mt_events", "seq_id"), ("source_reference", "position")];
    private readonly List<byte[]> rows = [];

    /// <summary>The rows of a database's journal, kept in memory.</summary>
    public static async Task<BareCopy> OfAsync(string superuser, CancellationToken ct)
    {
        var copy = new BareCopy();
        await using var connection = new NpgsqlConnection(superuser + ";Pooling=false");
        await connection.OpenAsync(ct);
        foreach (var (table, order) in Tables)
        {
            await using var from = await connection.BeginRawBinaryCopyAsync($"copy (select * from journeys.{table} order by {order}) to stdout (format binary)", ct);
            using var kept = new MemoryStream();
            await from.CopyToAsync(kept, ct);
            copy.rows.Add(kept.ToArray());
        }

        return copy;
    }

    /// <summary>Seconds from the first row to the end of the commit.</summary>
    public async Task<double> SecondsAsync(string superuser, string folder, List<ProcessorTime> spent, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(superuser + ";Pooling=false");
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, "drop schema if exists bare cascade; create schema bare", ct);
        foreach (var (table, _) in Tables) await ExecuteAsync(connection, $"create table bare.{table} (like journeys.{table} including all)", ct);
        await ExecuteAsync(connection, "alter table bare.mt_events add foreign key (tenant_id, stream_id) references bare.mt_streams (tenant_id, id)", ct);
        await ExecuteAsync(connection, "checkpoint", ct);
        return await ProcessorTime.SpentAsync(folder, spent, async () =>
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            foreach (var ((table, _), bytes) in Tables.Zip(rows))
            {
                await using var into = await connection.BeginRawBinaryCopyAsync(string.Create(CultureInfo.InvariantCulture, $"copy bare.{table} from stdin (format binary)"), ct);
                await into.WriteAsync(bytes, ct);
            }

            await transaction.CommitAsync(ct);
        });
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
