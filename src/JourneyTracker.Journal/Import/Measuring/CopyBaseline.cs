using System.Diagnostics;
using System.Globalization;
using JourneyTracker.Domain.Identity;
using Npgsql;

namespace JourneyTracker.Journal.Import.Measuring;

/// <summary>
/// What a bare COPY of the same rows costs on the same server: journeys, facts and references into ordinary tables with the columns, indexes and foreign key
/// of the real ones, without triggers or identities. The copies have no row-level security (COPY cannot fill a table that has it), so they exist only inside
/// one transaction that is always rolled back: nobody else can see them, and a run that is killed leaves none. A commit's wait for the disk is measured by
/// committing a tiny transaction beside it, which must first flush everything that was logged before, the copies included. Runs at once wait for each other.
/// </summary>
public sealed class CopyBaseline(DataSources sources)
{
    // Earlier versions committed such tables, and could leave them.
    private const string Clear = "drop table if exists journeys.copy_of_source_reference, journeys.copy_of_mt_events, journeys.copy_of_mt_streams";

    private const string Make = """
        create table journeys.copy_of_mt_streams (like journeys.mt_streams including all);
        create table journeys.copy_of_mt_events (like journeys.mt_events including all,
          foreign key (tenant_id, stream_id) references journeys.copy_of_mt_streams (tenant_id, id));
        create table journeys.copy_of_source_reference (like journeys.source_reference including all);
        """;

    private const string Flush = "select pg_logical_emit_message(true, 'journeys', '')";

    /// <summary>The tables, each with the rows of it that a load has written after a position.</summary>
    private static readonly (string Table, string Rows)[] Tables =
    [
        ("mt_streams", "select s.* from journeys.mt_streams s where exists (select from journeys.mt_events e where e.tenant_id = s.tenant_id and e.stream_id = s.id and e.seq_id > {0})"),
        ("mt_events", "select * from journeys.mt_events where seq_id > {0} order by seq_id"),
        ("source_reference", "select * from journeys.source_reference where position > {0} order by position"),
    ];

    /// <param name="Rows">Facts copied, openings of journeys included.</param>
    /// <param name="Seconds">COPY and the flush of a commit, all tables together.</param>
    public sealed record Cost(long Rows, double Seconds);

    /// <summary>Copies the rows that a partnership has after a position; null when there are none.</summary>
    public async Task<Cost?> MeasureAsync(Partnership partnership, long after, CancellationToken ct)
    {
        var saved = new List<FileStream>();
        try
        {
            foreach (var (_, rows) in Tables) saved.Add(await SaveAsync(partnership, string.Format(CultureInfo.InvariantCulture, rows, after), ct).ConfigureAwait(false));
            await using var beside = await sources.Owner.OpenConnectionAsync(ct).ConfigureAwait(false);
            await ExecuteAsync(beside, Clear, ct).ConfigureAwait(false);
            await using var connection = await sources.Owner.OpenConnectionAsync(ct).ConfigureAwait(false);
            await using var neverCommitted = await connection.BeginTransactionAsync(ct).ConfigureAwait(false);
            await ExecuteAsync(connection, Make, ct).ConfigureAwait(false);
            var begun = Stopwatch.GetTimestamp();
            for (var i = 0; i < Tables.Length; i++) await CopyAsync(connection, Tables[i].Table, saved[i], ct).ConfigureAwait(false);
            await ExecuteAsync(beside, Flush, ct).ConfigureAwait(false);
            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            await using var count = new NpgsqlCommand("select count(*) from journeys.copy_of_mt_events", connection);
            var copied = (long)(await count.ExecuteScalarAsync(ct).ConfigureAwait(false))!;
            return copied == 0 ? null : new Cost(copied, seconds);
        }
        finally
        {
            foreach (var file in saved) await file.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string table, FileStream rows, CancellationToken ct)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync($"copy journeys.copy_of_{table} from stdin (format binary)", ct).ConfigureAwait(false);
        await rows.CopyToAsync(copy, 1 << 16, ct).ConfigureAwait(false);
    }

    /// <summary>A file that has no name any more, so that it goes with this process however that ends.</summary>
    private static FileStream Nameless()
    {
        var path = Path.GetTempFileName();
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Delete, 1 << 16);
        File.Delete(path);
        return file;
    }

    private async Task<FileStream> SaveAsync(Partnership partnership, string query, CancellationToken ct)
    {
        // As the writer: readers have no business with references.
        await using var connection = await sources.Writer.OpenConnectionAsync(ct).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(ct).ConfigureAwait(false);
        await using (var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { Scope.To(partnership) } })
            await batch.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
        var file = Nameless();
        await using (var copy = await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)", ct).ConfigureAwait(false))
            await copy.CopyToAsync(file, ct).ConfigureAwait(false);
        await transaction.CommitAsync(ct).ConfigureAwait(false);
        file.Position = 0;
        return file;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
    }
}
