using System.Runtime.CompilerServices;
using System.Threading.Channels;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Measuring;

namespace JourneyTracker.Journal.Events;

/// <summary>The journal on PostgreSQL.</summary>
internal sealed class PostgresJournal : IJournal, IAsyncDisposable
{
    private const int Writers = 2;
    private const int TailBatch = 1_000;
    private const int ReadBatch = 10_000;
    private static readonly TimeSpan SafetyNet = TimeSpan.FromSeconds(1);
    private readonly Channel<PendingAppend> queue = Channel.CreateUnbounded<PendingAppend>();
    private readonly Preparation preparation;
    private readonly Loader loader;
    private readonly LoneAppender lone;
    private readonly FactReader reader;
    private readonly Positions positions;
    private readonly Bell bell;
    private readonly AppendBounds bounds;
    private readonly Task[] writers;
    private int waiting;

    public PostgresJournal(DataSources sources, Preparation preparation, Bell bell, AppendBounds bounds, bool loadsYield = true)
    {
        this.bounds = bounds;
        lone = new LoneAppender(sources.Loader);
        this.preparation = preparation;
        this.bell = bell;
        loader = new Loader(preparation, lone, new LoadPace(sources.Loader, loadsYield));
        reader = new FactReader(sources);
        positions = new Positions(sources.Folder);
        writers = [.. Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync(sources)))];
    }

    public async Task<AppendOutcome> AppendAsync(Append append, CancellationToken ct)
    {
        var (ready, refused) = (await preparation.PrepareAsync([append], ct))[0];
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

    public async Task<AppendOutcome> AppendTogetherAsync(IReadOnlyList<Append> appends, CancellationToken ct)
    {
        var prepared = await preparation.PrepareAsync(appends, ct);
        return prepared.FirstOrDefault(p => p.Refused is not null).Refused is { } why
            ? new AppendOutcome.Refused(why)
            : await lone.TogetherAsync([.. prepared.Select(p => p.Ready!)], ct);
    }

    public Task<IReadOnlyList<AppendOutcome>> LoadAsync(IReadOnlyList<Append> appends, CancellationToken ct) => loader.LoadAsync(appends, ct);

    public Task<IReadOnlyList<RecordedFact>> ReadAsync(Partnership partnership, JourneyId journey, long? upTo, CancellationToken ct) =>
        reader.JourneyAsync(partnership, journey, upTo ?? long.MaxValue, ct);

    public async IAsyncEnumerable<RecordedFact> ReadAllAsync(long after, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var (facts, reached) = await reader.AfterAsync(after, ReadBatch, ct);
            foreach (var fact in facts) yield return fact;
            if (reached == after) yield break;
            after = reached;
        }
    }

    public IAsyncEnumerable<IReadOnlyList<RecordedFact>> ReadJourneysAsync(Partnership? partnership, long upTo, CancellationToken ct) =>
        reader.JourneysAsync(partnership, upTo, ct);

    public async IAsyncEnumerable<IReadOnlyList<RecordedFact>> TailAsync(long after, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var ring = bell.Next();
            var (facts, reached) = await reader.AfterAsync(after, TailBatch, ct);
            if (facts.Count > 0) yield return facts;
            if (reached == after) await Bell.WaitAsync(ring, SafetyNet, ct);
            after = reached;
        }
    }

    public Task<long> PositionAsync(CancellationToken ct) => positions.NowAsync(ct);

    public Task<long> PositionAtAsync(DateTimeOffset knownAt, CancellationToken ct) => positions.AtAsync(null, knownAt, ct);

    public Task<long> PositionAtAsync(Partnership partnership, DateTimeOffset knownAt, CancellationToken ct) => positions.AtAsync(partnership, knownAt, ct);

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

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await Task.WhenAll(writers);
    }

    private async Task WriteAsync(DataSources sources)
    {
        using var writer = new GroupWriter(queue.Reader, sources.Writer, lone);
        await writer.RunAsync();
    }
}
