using JourneyTracker.Projections.Dates;
using JourneyTracker.Projections.RecallSupport;

namespace JourneyTracker.Journal.Doors;

/// <summary>One journey with all that is derived of it, as one caller may read it: read and written down once.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="Dates">What the law says of her dates, from the records that the caller may see, under the law of the day that is read.</param>
/// <param name="Pathways">Her pathways as far as they are shared with the caller.</param>
/// <param name="MaySeeSupport">Whether what would support her on licence is for the caller's eyes at all (safeguards S1).</param>
/// <param name="Support">What would; null when it is not for the caller, or she was not on licence.</param>
/// <param name="Sharing">What she shares with the caller's agency today, each part by itself.</param>
public sealed record WholeReading(
    JourneyReading Journey,
    IReadOnlyList<DatedMatter> Dates,
    PathwayReading Pathways,
    bool MaySeeSupport,
    SupportAnswer? Support,
    IReadOnlySet<Domain.Facts.SharingScope> Sharing)
{
    /// <summary>What the answer was made from: not for the caller's eyes.</summary>
    internal OpenedJourney Opened { get; init; } = null!;
}
