namespace JourneyTracker.Journal.Folding.Rebuild;

/// <summary>
/// Folds a history that was there before anybody watched, without announcing it: boards begin with what stands. For databases that no node has folded yet.
/// </summary>
public sealed class QuietBeginning(JourneyDatabase database, TimeProvider clock)
{
    /// <summary>Folds up to what stands in the journal now, when nothing was folded before; else folds again up to where the folds stand.</summary>
    public async Task RunAsync(IProgress<RebuildProgress>? progress, CancellationToken ct)
    {
        await database.HoleCloser.CloseAsync(ct);
        var position = await database.Journal.PositionAsync(ct);
        var rebuild = new FoldRebuild(database.Sources);
        await using var session = await FoldingSession.TryOpenAsync(database.Sources, new FoldingOptions { QuietFrom = long.MaxValue }, clock, ct);
        if (session is not { Checkpoint: 0 })
        {
            await rebuild.RunAsync(FoldNames.All, progress, ct);
            return;
        }

        await rebuild.RunAsync(position, progress, ct);
        await session.MarkAllAsync(position, ct);
    }
}
