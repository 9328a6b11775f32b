using System.Runtime.CompilerServices;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Events;

/// <summary>A journal over Marten's tables, whoever wrote what stands there: read in the order of the positions, and never past a hole.</summary>
internal abstract class TableJournal(DataSources sources, Bell bell) : IJournal, IAsyncDisposable
{
    private const int TailBatch = 1_000;
    private const int ReadBatch = 10_000;
    private static readonly TimeSpan SafetyNet = TimeSpan.FromSeconds(1);
    private readonly FactReader reader = new(sources);
    private readonly Positions positions = new(sources.Folder);

    public abstract Task<AppendOutcome> AppendAsync(Append append, CancellationToken ct);

    public abstract Task<AppendOutcome> AppendTogetherAsync(IReadOnlyList<Append> appends, CancellationToken ct);

    public abstract Task<IReadOnlyList<AppendOutcome>> LoadAsync(IReadOnlyList<Append> appends, CancellationToken ct);

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

    public abstract ValueTask DisposeAsync();
}
