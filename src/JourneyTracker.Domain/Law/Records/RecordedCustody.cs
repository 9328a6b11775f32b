using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Law.Records;

/// <summary>A sentence of custody, or a chain of them, as her facts record it.</summary>
/// <param name="Facts">The sentences' facts, in the order in which they are served.</param>
/// <param name="NotRecorded">What the dates turn on and nobody recorded, with how it was taken.</param>
public sealed record RecordedCustody(IReadOnlyList<FactId> Facts, Custody Custody, IReadOnlyList<string> NotRecorded)
{
    /// <summary>The last day of the whole term without credits; that day counts.</summary>
    public DateOnly LastDay => new ServedTerm(Custody).LastDay;
}
