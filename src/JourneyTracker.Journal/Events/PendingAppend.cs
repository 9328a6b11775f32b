using System.Diagnostics;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Measuring;

namespace JourneyTracker.Journal.Events;

/// <summary>
/// An append on its way, and the caller who waits for it. While it waits, the caller may take it back; once a writer has taken it, its fate is the database's to say,
/// and the caller waits for that.
/// </summary>
internal sealed class PendingAppend
{
    private readonly TaskCompletionSource<AppendOutcome> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long since = Stopwatch.GetTimestamp();
    private int state;

    public PendingAppend(PreparedAppend append)
    {
        Append = append;
        Meters.AppendsWaiting.Add(1);
    }

    private enum Of
    {
        Waiting,
        Taken,
        Over,
    }

    public PreparedAppend Append { get; }

    /// <summary>How often its journey was found locked by somebody else.</summary>
    public int Deferred { get; set; }

    public Task<AppendOutcome> Answer => answer.Task;

    /// <summary>For the writer: false when the caller took it back; then it is not to be written.</summary>
    public bool TryTake() => Move(Of.Waiting, Of.Taken);

    /// <summary>For the writer: nothing was written, and it waits again.</summary>
    public void PutBack() => Move(Of.Taken, Of.Waiting);

    /// <summary>For the caller: true when it will never be written.</summary>
    public bool TryTakeBack()
    {
        if (!Move(Of.Waiting, Of.Over)) return false;
        Meters.AppendsWaiting.Add(-1);
        return true;
    }

    public void Resolve(AppendOutcome outcome)
    {
        if (answer.TrySetResult(outcome)) End();
    }

    public void Fail(Exception wrong)
    {
        if (answer.TrySetException(wrong)) End();
    }

    private bool Move(Of from, Of to) => Interlocked.CompareExchange(ref state, (int)to, (int)from) == (int)from;

    private void End()
    {
        Meters.AppendsWaiting.Add(-1);
        Meters.AppendDuration.RecordSince(since);
    }
}
