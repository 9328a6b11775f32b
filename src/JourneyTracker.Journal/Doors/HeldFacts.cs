using JourneyTracker.Domain.Law.Records;

namespace JourneyTracker.Journal.Doors;

/// <summary>Her facts as the law's dates are worked out from them.</summary>
public static class HeldFacts
{
    /// <summary>What counts and may be read by whoever reads the journey, in the order in which it happened.</summary>
    public static IReadOnlyList<HeldFact> Of(JourneyReading reading) =>
    [
        .. reading.Timeline.Where(e => e is { IsWithdrawn: false, IsRestricted: false } && e.Now.Fact is not null)
            .Select(e => new HeldFact(e.Id, e.Now.Fact!)).Reverse().OrderBy(f => f.Day),
    ];
}
