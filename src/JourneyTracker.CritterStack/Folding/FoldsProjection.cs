using JasperFx.Events;
using JourneyTracker.CritterStack.Commands;
using JourneyTracker.Journal.Folding;
using Marten;
using Marten.Events.Projections;

namespace JourneyTracker.CritterStack.Folding;

/// <summary>
/// The folds as one of Marten's asynchronous projections: its daemon says when, the folds themselves read, decide and store, with a checkpoint of their own in the same transaction.
/// So what the daemon sends twice is folded once, and what it gives up is not passed.
/// </summary>
internal sealed class FoldsProjection : IProjection, IFolds, IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private IFoldSteps? steps;
    private TaskCompletionSource failed = new();

    /// <summary>Ends, with what went wrong, when a step failed: then this node must not fold on.</summary>
    public Task Failed => failed.Task;

    public void Begin(IFoldSteps with) => (steps, failed) = (with, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Waits for the step that is under way, and takes no further one.</summary>
    public async Task EndAsync()
    {
        await turn.WaitAsync(CancellationToken.None);
        steps = null;
        turn.Release();
    }

    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation) => FoldToAsync(events[^1].Sequence, cancellation);

    /// <summary>Folds up to a position, or to the first hole before it, if this is the node that folds.</summary>
    public async Task FoldToAsync(long position, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            while (steps is { } folds && folds.Checkpoint < position && await folds.StepAsync(ct) > 0)
            {
            }
        }
        catch (Exception wrong) when (!ct.IsCancellationRequested)
        {
            failed.TrySetException(wrong);
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
