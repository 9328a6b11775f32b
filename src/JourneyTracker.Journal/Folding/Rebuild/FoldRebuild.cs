using System.Diagnostics;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Schema;
using Npgsql;

namespace JourneyTracker.Journal.Folding.Rebuild;

/// <summary>
/// Folds everything again beside what is current, and makes it current in one step. Readers and the folding node go on meanwhile; the board feed is
/// never written; the folds stand where they stood.
/// </summary>
public sealed class FoldRebuild(DataSources sources)
{
    private const long RebuildLock = 5460251087460412433;
    private const int Workers = 2;
    private static readonly string Slices = EmbeddedSql.Text("rebuild_slices.sql");

    /// <param name="folds">Names from <see cref="FoldNames.All"/>.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="ct">Leaves what is current as it is.</param>
    /// <exception cref="RebuildException">Another rebuild is running.</exception>
    public Task<RebuildReport> RunAsync(IReadOnlyList<string> folds, IProgress<RebuildProgress>? progress, CancellationToken ct) =>
        RunAsync(folds, atLeast: 0, progress, ct);

    /// <summary>The same for all folds, which then stand at least at a position that no hole precedes. Only for whoever holds the lock of the node that folds.</summary>
    internal Task<RebuildReport> RunAsync(long atLeast, IProgress<RebuildProgress>? progress, CancellationToken ct) => RunAsync(FoldNames.All, atLeast, progress, ct);

    private async Task<RebuildReport> RunAsync(IReadOnlyList<string> folds, long atLeast, IProgress<RebuildProgress>? progress, CancellationToken ct)
    {
        await using var owner = sources.Unpooled("journeys_owner");
        await owner.OpenAsync(ct);
        await TakeLockAsync(owner, ct);
        var clock = Stopwatch.StartNew();
        var tables = new GenerationTables(owner, FoldTables.Of(folds));
        await tables.RemoveOldAsync(ct);
        var generation = await tables.NextAsync(ct);
        await tables.MakeAsync(generation, ct);
        var swap = new GenerationSwap(sources, folds, generation, atLeast);
        var upTo = await swap.CheckpointAsync(ct);
        var filled = await FillAsync(folds, generation, upTo, progress, ct);
        await tables.AttachAsync(generation, ct);
        var position = await swap.RunAsync(upTo, filled.Failures, filled.Aside, ct);
        var took = clock.Elapsed;
        return new RebuildReport(folds, filled.Journeys, filled.FactsSoFar, position, swap.Frozen, took, await tables.RemoveOldAsync(ct));
    }

    /// <summary>Waits a moment: the server lets go of the lock of a rebuild that has just ended a little after its connection.</summary>
    private static async Task TakeLockAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var alone = new NpgsqlCommand($"set lock_timeout = '2s'; select pg_advisory_lock({RebuildLock}); reset lock_timeout", owner);
        try
        {
            await alone.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException met) when (met.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new RebuildException("A rebuild is already running on this database: wait until it has ended.");
        }
    }

    private async Task<SliceFolding> FillAsync(IReadOnlyList<string> folds, int generation, long upTo, IProgress<RebuildProgress>? progress, CancellationToken ct)
    {
        var (slices, facts) = await SlicesAsync(ct);
        var folding = new SliceFolding(sources, folds, generation, upTo);
        await Parallel.ForEachAsync(
            slices, new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = ct },
            async (slice, stop) => await folding.RunAsync(slice, () => progress?.Report(new RebuildProgress(folding.FactsSoFar, facts)), stop));
        return folding;
    }

    private async Task<(IReadOnlyList<Slice> Slices, long Facts)> SlicesAsync(CancellationToken ct)
    {
        await using var command = sources.Folder.CreateCommand(Slices);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var slices = new List<Slice>();
        long facts = 0;
        while (await rows.ReadAsync(ct))
        {
            if (!Partnership.IsName(rows.GetString(0))) continue;
            slices.AddRange(Slice.Of(rows.GetString(0), rows.GetInt64(1)));
            facts += rows.GetInt64(2);
        }

        return (slices, facts);
    }
}
