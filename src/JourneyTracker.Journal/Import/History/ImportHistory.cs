using System.Data.Common;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Import.Loading;
using JourneyTracker.Journal.Schema;
using JourneyTracker.Journal.Secrets;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Journal.Import.History;

/// <summary>Remembers imports: who, when, which file by which mapping, and what became of it. Refused rows are kept sealed, for thirty days at most.</summary>
public sealed class ImportHistory
{
    /// <summary>Assumed: long enough to ask the agency and to import again, no longer than it takes.</summary>
    public static readonly TimeSpan RejectsAreKept = TimeSpan.FromDays(30);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SaysSomethingEvery = TimeSpan.FromMinutes(1);
    private readonly DataSources sources;
    private readonly byte[] key;

    internal ImportHistory(DataSources sources, HashingSecret secret) => (this.sources, key) = (sources, secret.For("import-rejects"));

    /// <summary>An import was asked for.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="door">The page or the verb.</param>
    /// <param name="fileName">The file's name, without its folder.</param>
    /// <param name="mappingName">The mapping's name.</param>
    /// <param name="mapping">The mapping as text: it says nothing of anybody.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Guid> BeginAsync(Caller by, string door, string fileName, string mappingName, string mapping, CancellationToken ct)
    {
        var run = Guid.NewGuid();
        await ExecuteAsync(by.Partnership, EmbeddedSql.Text("imports_begin.sql"), [run, by.Person, by.Agency, door, fileName, mappingName, mapping], ct);
        return run;
    }

    public Task ProgressAsync(Partnership partnership, Guid run, ImportMeter meter) =>
        ExecuteAsync(partnership, EmbeddedSql.Text("imports_progress.sql"), [run, meter.Part, meter.Rows], CancellationToken.None);

    /// <summary>Remembers how far a running import is, once a second, and how it ended.</summary>
    /// <param name="partnership">Whose import.</param>
    /// <param name="run">Its id here.</param>
    /// <param name="meter">Says how far it is.</param>
    /// <param name="running">The import.</param>
    /// <param name="between">What else is done each second.</param>
    public async Task<ImportResult> FollowAsync(Partnership partnership, Guid run, ImportMeter meter, Task<ImportResult> running, Func<Task>? between = null)
    {
        while (await Task.WhenAny(running, Task.Delay(BetweenLooks)).ConfigureAwait(false) != running)
        {
            try
            {
                await ProgressAsync(partnership, run, meter).ConfigureAwait(false);
                if (between is not null) await between().ConfigureAwait(false);
            }
            catch (DbException)
            {
                // How far it is can be said a second later; the import itself says when the database is gone.
            }
        }

        try
        {
            var result = await running.ConfigureAwait(false);
            await EndAsync(partnership, run, result).ConfigureAwait(false);
            return result;
        }
        catch (ImportRefusedException refused)
        {
            await FailAsync(partnership, run, meter, refused.Message).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>It came to an end. Later ends change nothing.</summary>
    private Task EndAsync(Partnership partnership, Guid run, ImportResult result)
    {
        var (main, people) = (result.Main, result.People);
        return ExecuteAsync(
            partnership, EmbeddedSql.Text("imports_end.sql"),
            [
                run, Code(result.Stopped ? ImportState.Stopped : result.Failure is null ? ImportState.Done : ImportState.Failed), result.Stopped ? 0d : 1d, main.Rows + (people?.Rows ?? 0),
                main.Accepted + (people?.Accepted ?? 0), (main.Duplicate ?? 0) + (people?.Duplicate ?? 0), main.Refused + (people?.Refused ?? 0), main.Skipped + (people?.Skipped ?? 0),
                main.Facts + (people?.Facts ?? 0), result.Failure ?? "",
            ],
            CancellationToken.None);
    }

    /// <summary>It could not go on.</summary>
    public Task FailAsync(Partnership partnership, Guid run, ImportMeter meter, string why) =>
        ExecuteAsync(partnership, EmbeddedSql.Text("imports_end.sql"), [run, Code(ImportState.Failed), meter.Part, meter.Rows, 0L, 0L, 0L, 0L, 0L, why], CancellationToken.None);

    /// <summary>The last imports, newest first.</summary>
    public Task<List<ImportEntry>> ListAsync(Partnership partnership, int most, CancellationToken ct) => ReadAsync(partnership, "imports_list.sql", [DBNull.Value, most], Entry, ct);

    public async Task<ImportEntry?> FindAsync(Partnership partnership, Guid run, CancellationToken ct) => (await ReadAsync(partnership, "imports_list.sql", [run, 1], Entry, ct)).FirstOrDefault();

    /// <summary>The mappings that were used in the partnership, by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> MappingsAsync(Partnership partnership, CancellationToken ct) =>
        (await ReadAsync(partnership, "imports_mappings.sql", [], r => (r.GetString(0), r.GetString(1)), ct)).ToDictionary(m => m.Item1, m => m.Item2);

    /// <summary>The mapping that one import used; null when there is no such import.</summary>
    public async Task<string?> MappingAsync(Partnership partnership, Guid run, CancellationToken ct) =>
        (await ReadAsync(partnership, "imports_mapping.sql", [run], r => r.GetString(0), ct)).FirstOrDefault();

    public Task KeepRejectsAsync(Partnership partnership, Guid run, byte[] rows, CancellationToken ct) =>
        ExecuteAsync(partnership, EmbeddedSql.Text("imports_rejects_keep.sql"), [run, Boxes.Close(key, rows, run.ToByteArray()), RejectsAreKept], ct);

    /// <summary>The refused rows; null when none are kept, or they are too old.</summary>
    public async Task<byte[]?> RejectsAsync(Partnership partnership, Guid run, CancellationToken ct)
    {
        const string Text = "select sealed from journeys.import_rejects where partnership = $1 and run = $2 and until > now()";
        await using var batch = Batch(sources.Loader, partnership, Text, [run]);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        return await rows.ReadAsync(ct) ? Boxes.Open(key, rows.GetFieldValue<byte[]>(0), run.ToByteArray()) : null;
    }

    /// <returns>Whether there were any.</returns>
    public async Task<bool> ForgetRejectsAsync(Partnership partnership, Guid run, CancellationToken ct) =>
        await ExecuteAsync(partnership, "delete from journeys.import_rejects where partnership = $1 and run = $2", [run], ct) > 0;

    /// <summary>Deletes refused rows that nobody may keep any longer, in every partnership.</summary>
    public async Task ForgetOldRejectsAsync(CancellationToken ct)
    {
        await using var command = sources.Folder.CreateCommand("delete from journeys.import_rejects where until < now()");
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<int> ExecuteAsync(Partnership partnership, string text, object[] values, CancellationToken ct)
    {
        await using var batch = Batch(sources.Loader, partnership, text, values);
        await batch.ExecuteNonQueryAsync(ct);
        return (int)batch.BatchCommands[1].RecordsAffected;
    }

    private async Task<List<T>> ReadAsync<T>(Partnership partnership, string file, object[] values, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var batch = Batch(sources.Loader, partnership, EmbeddedSql.Text(file), values);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var all = new List<T>();
        while (await rows.ReadAsync(ct)) all.Add(read(rows));
        return all;
    }

    private static NpgsqlBatch Batch(NpgsqlDataSource source, Partnership partnership, string text, object[] values)
    {
        var command = new NpgsqlBatchCommand(text) { Parameters = { new() { Value = partnership.Name } } };
        foreach (var value in values) command.Parameters.Add(value is DBNull ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Unknown } : new NpgsqlParameter { Value = value });
        var batch = source.CreateBatch();
        batch.BatchCommands.Add(Scope.To(partnership));
        batch.BatchCommands.Add(command);
        return batch;
    }

    private static ImportEntry Entry(NpgsqlDataReader row)
    {
        var isSilent = row.GetFieldValue<DateTimeOffset>(19) - row.GetFieldValue<DateTimeOffset>(7) > SaysSomethingEvery;
        var state = !row.IsDBNull(9) ? Enum.Parse<ImportState>(row.GetString(9), ignoreCase: true) : isSilent ? ImportState.Interrupted : ImportState.Running;
        return new ImportEntry(
            row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetFieldValue<DateTimeOffset>(6), At(8), state, row.GetDouble(10),
            new ImportCounts(row.GetInt64(11), row.GetInt64(12), row.GetInt64(13), row.GetInt64(14), row.GetInt64(15), row.GetInt64(16)), row.IsDBNull(17) ? null : row.GetString(17), At(18));

        DateTimeOffset? At(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
    }

    private static string Code(ImportState state) => state.ToString().ToLowerInvariant();
}
