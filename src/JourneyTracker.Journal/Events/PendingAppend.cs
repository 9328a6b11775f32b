using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Events;

/// <summary>An append on its way, and the caller who waits for it.</summary>
internal sealed class PendingAppend(PreparedAppend append, CancellationToken abandoned)
{
    private readonly TaskCompletionSource<AppendOutcome> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PreparedAppend Append { get; } = append;

    /// <summary>Whether the caller no longer waits. It may be left out as long as it was not sent.</summary>
    public bool IsAbandoned => abandoned.IsCancellationRequested;

    /// <summary>How often its journey was found locked by somebody else.</summary>
    public int Deferred { get; set; }

    public Task<AppendOutcome> Answer => answer.Task;

    public void Resolve(AppendOutcome outcome) => answer.TrySetResult(outcome);

    public void Fail(Exception wrong) => answer.TrySetException(wrong);
}
