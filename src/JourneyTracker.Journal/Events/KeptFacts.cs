using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using Microsoft.Extensions.Caching.Memory;

namespace JourneyTracker.Journal.Events;

/// <summary>
/// Journeys as they were read last, sealed as they are stored. What was recorded never changes, so that only what came since has to be asked for. Those that nobody looks at go first.
/// </summary>
internal sealed class KeptFacts : IDisposable
{
    /// <summary>Some hundred megabytes at most.</summary>
    private const int MostFacts = 100_000;
    private static readonly TimeSpan Unasked = TimeSpan.FromMinutes(10);
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostFacts });

    /// <summary>In version order; empty when nothing is kept of her.</summary>
    public IReadOnlyList<RecordedFact> Of(Partnership partnership, JourneyId journey) => kept.Get<IReadOnlyList<RecordedFact>>((partnership, journey)) ?? [];

    /// <param name="facts">Her journey from the first fact on, in version order.</param>
    public void Keep(Partnership partnership, JourneyId journey, IReadOnlyList<RecordedFact> facts)
    {
        if (facts.Count > 0) kept.Set((partnership, journey), facts, new MemoryCacheEntryOptions { Size = facts.Count, SlidingExpiration = Unasked });
    }

    public void Dispose() => kept.Dispose();
}
