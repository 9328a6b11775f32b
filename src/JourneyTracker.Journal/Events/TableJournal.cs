using System.Runtime.CompilerServices;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Folding;

namespace JourneyTracker.Journal.Events;

/// <summary>A journal over Marten's tables, whoever wrote what stands there: read in the order of the positions, and never past a hole.</summary>
internal abstract class TableJournal : IJournal, IAsyncDisposable
{
    private const int TailBatch = 1_000;
    private const int ReadBatch = 10_000;
    private static readonly TimeSpan SafetyNet = TimeSpan.FromSeconds(1);
    private readonly FactReader reader;
    private readonly Positions positions;
    private readonly Bell bell;
    private readonly Loader loader;

    /// <param name="sources">Its database.</param>
    /// <param name="preparation">What is made ready before anything is written.</param>
    /// <param name="bell">Rings when something was recorded.</param>
    /// <param name="writer">The step in which the makes differ.</param>
    /// <param name="loadsYield">Whether loads let others go first.</param>
    protected TableJournal(DataSources sources, Preparation preparation, Bell bell, IPlanWriter writer, bool loadsYield)
    {
        (reader, positions, this.bell, Preparation) = (new FactReader(sources), new Positions(sources.Folder), bell, preparation);
        Lone = new LoneAppender(sources.Loader, writer);
        loader = new Loader(preparation, Lone, new LoadPace(sources.Loader, loadsYield));
    }

    protected Preparation Preparation { get; }

    /// <summary>What is written in a transaction of its own.</summary>
    protected LoneAppender Lone { get; }

    public abstract Task<AppendOutcome> AppendAsync(Append append, CancellationToken ct);

    public async Task<AppendOutcome> AppendTogetherAsync(IReadOnlyList<Append> appends, CancellationToken ct)
    {
        var prepared = await Preparation.PrepareAsync(appends, ct);
        return prepared.FirstOrDefault(p => p.Refused is not null).Refused is { } why
            ? new AppendOutcome.Refused(why)
            : await Lone.TogetherAsync([.. prepared.Select(p => p.Ready!)], ct);
    }

    public Task<IReadOnlyList<AppendOutcome>> LoadAsync(IReadOnlyList<Append> appends, CancellationToken ct) => loader.LoadAsync(appends, ct);

    public virtual Task<IReadOnlyList<RecordedFact>> ReadAsync(Partnership partnership, JourneyId journey, long? upTo, CancellationToken ct) =>
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

    /// <summary>Says when the folds take a step, on the node that folds, until cancelled.</summary>
    internal virtual async Task DriveAsync(IFoldSteps folds, CancellationToken ct)
    {
        while (true)
        {
            if (await folds.StepAsync(ct) == 0) await folds.WaitAsync(ct);
        }
    }

    public virtual ValueTask DisposeAsync()
    {
        reader.Dispose();
        return ValueTask.CompletedTask;
    }
}
