using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Folding.Rebuild;

/// <summary>Brings a new generation up to the folds' checkpoint and makes it current, while the folding node waits.</summary>
/// <param name="sources">The database.</param>
/// <param name="folds">The folds that are rebuilt.</param>
/// <param name="generation">The new generation.</param>
/// <param name="atLeast">The folds stand there afterwards if they stood before it. Then nothing in between was announced, so boards are told to begin anew.</param>
internal sealed class GenerationSwap(DataSources sources, IReadOnlyList<string> folds, int generation, long atLeast)
{
    private const int FewEnoughToWaitFor = 500;
    private const int MostPasses = 20;
    private const int JourneysAtOnce = 2_000;
    private const string Lock = "select fold from journeys.fold_generation where fold = any ($1) order by fold for update";
    private const string Checkpoint = "select coalesce(max(last_seq_id), 0) from journeys.mt_event_progression where name = any ($1)";
    private const string ForgetFailures = "delete from journeys.fold_failure where fold = any ($1)";
    private static readonly string Anew = EmbeddedSql.Text("rebuild_anew.sql");
    private static readonly string Touched = EmbeddedSql.Text("rebuild_touched.sql");
    private static readonly string Swap = EmbeddedSql.Text("rebuild_swap.sql");
    private readonly Dictionary<(Partnership, JourneyId), FoldFailure> _failures = [];

    public int Frozen => _failures.Count;

    /// <summary>Where the folds of this database stand.</summary>
    public async Task<long> CheckpointAsync(CancellationToken ct)
    {
        await using var connection = await sources.Folder.OpenConnectionAsync(ct);
        return await ReadCheckpointAsync(connection, ct);
    }

    /// <param name="from">The position up to which the generation has been filled.</param>
    /// <param name="failures">Journeys that could not be followed up to there.</param>
    /// <param name="aside">Journeys that have not been filled yet.</param>
    /// <param name="ct">Nothing is swapped when it is cancelled.</param>
    /// <returns>The position at which it became current.</returns>
    public async Task<long> RunAsync(long from, IReadOnlyList<FoldFailure> failures, IReadOnlyList<(Partnership, JourneyId)> aside, CancellationToken ct)
    {
        foreach (var failure in failures) _failures[(failure.Partnership, failure.Journey)] = failure;
        await using var connection = await sources.Folder.OpenConnectionAsync(ct);
        await RefoldAsync(connection, aside, from, ct);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var to = await ReadCheckpointAsync(connection, ct);
            var touched = await TouchedAsync(connection, from, to, ct);
            if (touched.Count <= FewEnoughToWaitFor) break;
            await RefoldAsync(connection, touched, to, ct);
            from = to;
        }

        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, Lock, ct, (object)folds.ToArray());
        var position = await ReadCheckpointAsync(connection, ct);
        await RefoldAsync(connection, await TouchedAsync(connection, from, position, ct), position, ct);
        if (await AnnouncedToAsync(connection, ct) < position) await ExecuteAsync(connection, Anew, ct);
        await ExecuteAsync(connection, Swap, ct, folds.ToArray(), folds.Select(_ => generation).ToArray());
        await ExecuteAsync(connection, ForgetFailures, ct, (object)folds.ToArray());
        await using (var last = new NpgsqlBatch(connection, transaction))
        {
            if (_failures.Count > 0) last.BatchCommands.Add(FoldSql.RecordFailures(folds, [.. _failures.Values]));
            last.BatchCommands.Add(FoldSql.MarkCheckpoint(folds, position));
            await last.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return position;
    }

    private async Task RefoldAsync(NpgsqlConnection connection, IReadOnlyList<(Partnership, JourneyId)> journeys, long upTo, CancellationToken ct)
    {
        foreach (var some in journeys.Chunk(JourneysAtOnce))
        {
            var touched = Folding.Touched.Of(some);
            var folded = new FoldBatch(upTo);
            var kin = new KinFolding(folded.Add);
            await using (var read = new NpgsqlBatch(connection) { BatchCommands = { FoldSql.ReadFacts(touched, upTo) } })
            await using (var rows = await read.ExecuteReaderAsync(ct)) await FoldReading.JourneysAsync(rows, kin.Take, ct);
            await kin.ReadAsync(connection, null, upTo, ct);
            if (kin.Fold(upTo) is { Count: > 0 } further) touched = Folding.Touched.Of([.. some, .. further]);

            await using var write = new NpgsqlBatch(connection);
            foreach (var table in FoldTables.Of(folds))
            {
                foreach (var journey in folded.Folded) table.Add(journey);
                table.Replace(write, generation, touched.Partnerships, touched.Journeys);
            }

            await write.ExecuteNonQueryAsync(ct);
            foreach (var journey in some) _failures.Remove(journey);
            foreach (var failure in folded.Failures) _failures[(failure.Partnership, failure.Journey)] = failure;
        }
    }

    private static async Task<IReadOnlyList<(Partnership, JourneyId)>> TouchedAsync(NpgsqlConnection connection, long after, long upTo, CancellationToken ct)
    {
        await using var command = Command(connection, Touched, after, upTo);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var touched = new List<(Partnership, JourneyId)>();
        while (await rows.ReadAsync(ct))
        {
            if (Partnership.TryParse(rows.GetString(0), null, out var partnership)) touched.Add((partnership, new JourneyId(rows.GetGuid(1))));
        }

        return touched;
    }

    private async Task<long> ReadCheckpointAsync(NpgsqlConnection connection, CancellationToken ct) => Math.Max(atLeast, await AnnouncedToAsync(connection, ct));

    private static async Task<long> AnnouncedToAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = Command(connection, Checkpoint, (object)FoldNames.All.ToArray());
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
