using Npgsql;

namespace JourneyTracker.Journal.Folding.Rebuild;

/// <summary>
/// Folds a history that was there before anybody watched, without announcing it: boards begin with what stands. For databases that no node has folded yet.
/// </summary>
public sealed class QuietBeginning(JourneyDatabase database, TimeProvider clock)
{
    /// <summary>
    /// Folds up to what stands in the journal now, when nothing was folded before; else folds again up to where the folds stand. Stopped in
    /// the middle, it must be run again before boards are read: the folds then say that they stand where their rows do not yet.
    /// </summary>
    public async Task RunAsync(IProgress<RebuildProgress>? progress, CancellationToken ct)
    {
        await database.HoleCloser.CloseAsync(ct);
        var position = await database.Journal.PositionAsync(ct);
        await using (var session = await FoldingSession.TryOpenAsync(database.Sources, new FoldingOptions(), clock, ct))
        {
            if (session is { Checkpoint: 0 }) await MarkAsync(position, ct);
        }

        await new FoldRebuild(database.Sources).RunAsync(FoldNames.All, progress, ct);
    }

    private async Task MarkAsync(long position, CancellationToken ct)
    {
        await using var connection = await database.Sources.Folder.OpenConnectionAsync(ct);
        await using var mark = new NpgsqlBatch(connection) { BatchCommands = { FoldSql.MarkCheckpoint(FoldNames.All, position) } };
        await mark.ExecuteNonQueryAsync(ct);
    }
}
