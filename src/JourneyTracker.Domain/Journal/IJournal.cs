using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Journal;

/// <summary>The event log. Facts go in and never change; readers see them in one order that all agree on.</summary>
public interface IJournal
{
    /// <summary>Records facts on one journey. Durable when it returns; idempotent by source reference; all or none.</summary>
    Task<AppendOutcome> AppendAsync(Append append, CancellationToken ct);

    /// <summary>
    /// Records appends on several journeys in one transaction: all of them or none. The same fact id may stand on more than one. For what is said of two journeys at
    /// once, in one partnership or two; not for many facts.
    /// </summary>
    /// <returns>Where the facts of all appends stand, in order, and the first one's version; or the first refusal.</returns>
    Task<AppendOutcome> AppendTogetherAsync(IReadOnlyList<Append> appends, CancellationToken ct);

    /// <summary>
    /// Records many appends at once, each journey's in order, by the same rules; one refused append fails nobody else, except that what follows a busy one
    /// on the same journey is busy too, so that offering the busy ones again keeps the order. The answers are in the order of the appends. In which order
    /// the journeys stand in the log is not said, unless facts bring instants: then as given.
    /// </summary>
    Task<IReadOnlyList<AppendOutcome>> LoadAsync(IReadOnlyList<Append> appends, CancellationToken ct);

    /// <summary>One journey's facts in version order, up to and including a position; empty when there is no such journey in that partnership.</summary>
    Task<IReadOnlyList<RecordedFact>> ReadAsync(Partnership partnership, JourneyId journey, long? upTo, CancellationToken ct);

    /// <summary>All facts after a position in position order, up to the last one that no hole precedes; then ends.</summary>
    IAsyncEnumerable<RecordedFact> ReadAllAsync(long after, CancellationToken ct);

    /// <summary>Every journey of a partnership (or of all) with its facts in version order, up to and including a position. Memory does not grow with the number of journeys.</summary>
    IAsyncEnumerable<IReadOnlyList<RecordedFact>> ReadJourneysAsync(Partnership? partnership, long upTo, CancellationToken ct);

    /// <summary>Facts after a position as they come, in position order, in small batches, for ever. Never passes a hole before a row stands there.</summary>
    IAsyncEnumerable<IReadOnlyList<RecordedFact>> TailAsync(long after, CancellationToken ct);

    /// <summary>The last position that no hole precedes.</summary>
    Task<long> PositionAsync(CancellationToken ct);

    /// <summary>The position up to which facts had been recorded at that instant.</summary>
    Task<long> PositionAtAsync(DateTimeOffset knownAt, CancellationToken ct);

    /// <summary>The same, looking at one partnership's facts only: a simulated partnership's made-up instants say nothing about the others.</summary>
    Task<long> PositionAtAsync(Partnership partnership, DateTimeOffset knownAt, CancellationToken ct);
}
