using System.Threading.Channels;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Measuring;

namespace JourneyTracker.Journal.Events;

/// <summary>The journal of our own: it writes what waits in groups.</summary>
internal sealed class PostgresJournal : TableJournal
{
    private const int Writers = 2;
    private readonly Channel<PendingAppend> queue = Channel.CreateUnbounded<PendingAppend>();
    private readonly AppendBounds bounds;
    private readonly Task[] writers;
    private int waiting;

    public PostgresJournal(DataSources sources, Preparation preparation, Bell bell, AppendBounds bounds, bool loadsYield = true)
        : base(sources, preparation, bell, new ArrayWriter(), loadsYield)
    {
        this.bounds = bounds;
        writers = [.. Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync(sources)))];
    }

    public override async Task<AppendOutcome> AppendAsync(Append append, CancellationToken ct)
    {
        var (ready, refused) = (await Preparation.PrepareAsync([append], ct))[0];
        if (refused is not null) return new AppendOutcome.Refused(refused);
        try
        {
            return Interlocked.Increment(ref waiting) > bounds.MostWaiting ? TurnedAway() : await AnswerAsync(ready!, ct);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>Its fate, or busy when nobody began with it in time. It is taken back only while nothing of it was sent: an answer is always the truth.</summary>
    private async Task<AppendOutcome> AnswerAsync(PreparedAppend append, CancellationToken ct)
    {
        var pending = new PendingAppend(append);
        try
        {
            await queue.Writer.WriteAsync(pending, ct);
            return await pending.Answer.WaitAsync(bounds.LongestWait, ct);
        }
        catch (TimeoutException)
        {
            // The answer may have come since: then nothing is taken back, and it is given.
            return pending.TryTakeBack() ? TurnedAway() : await pending.Answer.WaitAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            pending.TryTakeBack();
            throw;
        }
    }

    private static AppendOutcome.Refused TurnedAway()
    {
        Meters.AppendsTurnedAway.Add(1);
        return new AppendOutcome.Refused(Refusals.TooManyWait);
    }

    public override async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await Task.WhenAll(writers);
        await base.DisposeAsync();
    }

    private async Task WriteAsync(DataSources sources)
    {
        using var writer = new GroupWriter(queue.Reader, sources.Writer, Lone);
        await writer.RunAsync();
    }
}
