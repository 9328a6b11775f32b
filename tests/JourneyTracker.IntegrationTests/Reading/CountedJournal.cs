using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.IntegrationTests.Reading;

/// <summary>A journal that counts what it is asked, and lets a test do something before an append.</summary>
internal sealed class CountedJournal(IJournal journal, Func<Append, Task>? before = null) : IJournal
{
    public int Reads { get; private set; }

    public int Appends { get; private set; }

    public async Task<AppendOutcome> AppendAsync(Append append, CancellationToken ct)
    {
        Appends++;
        if (before is not null) await before(append);
        return await journal.AppendAsync(append, ct);
    }

    public Task<IReadOnlyList<RecordedFact>> ReadAsync(Partnership partnership, JourneyId journeyId, long? upTo, CancellationToken ct)
    {
        Reads++;
        return journal.ReadAsync(partnership, journeyId, upTo, ct);
    }

    public Task<AppendOutcome> AppendTogetherAsync(IReadOnlyList<Append> appends, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<AppendOutcome>> LoadAsync(IReadOnlyList<Append> appends, CancellationToken ct) => throw new NotSupportedException();

    public IAsyncEnumerable<RecordedFact> ReadAllAsync(long after, CancellationToken ct) => throw new NotSupportedException();

    public IAsyncEnumerable<IReadOnlyList<RecordedFact>> ReadJourneysAsync(Partnership? partnership, long upTo, CancellationToken ct) => throw new NotSupportedException();

    public IAsyncEnumerable<IReadOnlyList<RecordedFact>> TailAsync(long after, CancellationToken ct) => throw new NotSupportedException();

    public Task<long> PositionAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task<long> PositionAtAsync(DateTimeOffset knownAt, CancellationToken ct) => throw new NotSupportedException();

    public Task<long> PositionAtAsync(Partnership partnership, DateTimeOffset knownAt, CancellationToken ct) => throw new NotSupportedException();
}
