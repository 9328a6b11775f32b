using System.Diagnostics;
using JourneyTracker.Domain.Identity;
using Npgsql;

namespace JourneyTracker.Journal.Import.Measuring;

/// <summary>
/// What a bare COPY of the same rows costs on the same server: an ordinary table with the columns and indexes of mt_events, without triggers, foreign key,
/// identities or checks. The table is dropped again.
/// </summary>
public sealed class CopyBaseline(DataSources sources)
{
    private const string Make = """
        drop table if exists journeys.import_copy_baseline;
        create table journeys.import_copy_baseline (like journeys.mt_events including all);
        """;

    /// <param name="Rows">Rows copied: facts, openings of journeys included.</param>
    /// <param name="Seconds">COPY and commit.</param>
    public sealed record Cost(long Rows, double Seconds);

    /// <summary>Copies the rows that a partnership has after a position; null when there are none.</summary>
    public async Task<Cost?> MeasureAsync(Partnership partnership, long after, CancellationToken ct)
    {
        var path = Path.GetTempFileName();
        try
        {
            await SaveAsync(partnership, after, path, ct).ConfigureAwait(false);
            await using var connection = await sources.Owner.OpenConnectionAsync(ct).ConfigureAwait(false);
            await ExecuteAsync(connection, Make, ct).ConfigureAwait(false);
            var begun = Stopwatch.GetTimestamp();
            await using (var rows = File.OpenRead(path))
            await using (var copy = await connection.BeginRawBinaryCopyAsync("copy journeys.import_copy_baseline from stdin (format binary)", ct).ConfigureAwait(false))
            {
                await rows.CopyToAsync(copy, 1 << 16, ct).ConfigureAwait(false);
            }

            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            await using var count = new NpgsqlCommand("select count(*) from journeys.import_copy_baseline", connection);
            var copied = (long)(await count.ExecuteScalarAsync(ct).ConfigureAwait(false))!;
            await ExecuteAsync(connection, "drop table journeys.import_copy_baseline", ct).ConfigureAwait(false);
            return copied == 0 ? null : new Cost(copied, seconds);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task SaveAsync(Partnership partnership, long after, string path, CancellationToken ct)
    {
        await using var connection = await sources.Reader.OpenConnectionAsync(ct).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(ct).ConfigureAwait(false);
        await using (var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { Scope.To(partnership) } })
            await batch.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
        var query = $"copy (select * from journeys.mt_events where seq_id > {after.ToString(System.Globalization.CultureInfo.InvariantCulture)}) to stdout (format binary)";
        await using (var file = File.Create(path))
        await using (var copy = await connection.BeginRawBinaryCopyAsync(query, ct).ConfigureAwait(false))
            await copy.CopyToAsync(file, ct).ConfigureAwait(false);
        await transaction.CommitAsync(ct).ConfigureAwait(false);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
    }
}
