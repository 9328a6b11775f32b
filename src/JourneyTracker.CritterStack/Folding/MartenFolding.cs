using JasperFx.Events;
using JasperFx.Events.Projections;
using JourneyTracker.CritterStack.Recording;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Folding;
using Marten;

namespace JourneyTracker.CritterStack.Folding;

/// <summary>Marten's daemon drives the folds, on the node that folds.</summary>
internal sealed class MartenFolding(DataSources sources, EventAppendMode mode) : IDisposable
{
    /// <summary>A day begins, and a hole is closed, without an event that the daemon would see.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    public FoldsProjection Folds { get; } = new();

    public async Task DriveAsync(IFoldSteps steps, CancellationToken ct)
    {
        Folds.Begin(steps);
        try
        {
            await Folds.FoldToAsync(long.MaxValue, ct);
            await using var store = MartenStore.Open(sources.Folder, mode, Register);
            using var daemon = await store.BuildProjectionDaemonAsync();
            try
            {
                await daemon.StartAllAsync();
                while (!Folds.Failed.IsCompleted)
                {
                    await Folds.FoldToAsync(long.MaxValue, ct);
                    await Task.WhenAny(Folds.Failed, Task.Delay(Beat, ct));
                    ct.ThrowIfCancellationRequested();
                }
            }
            finally
            {
                await daemon.StopAllAsync();
            }

            await Folds.Failed;
        }
        finally
        {
            await Folds.EndAsync();
        }
    }

    public void Dispose() => Folds.Dispose();

    private void Register(StoreOptions options)
    {
        // What stands in the log before the daemon runs is folded before it starts.
        options.Projections.Add(Folds, ProjectionLifecycle.Async, "Folds", with => with.SubscribeFromPresent());
        // The folds read the log themselves; what Marten cannot read freezes one journey there, and must not stop the others here.
        options.Projections.Errors.SkipUnknownEvents = true;
        options.Projections.Errors.SkipSerializationErrors = true;
    }
}
