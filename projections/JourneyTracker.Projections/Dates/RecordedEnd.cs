using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Law.Records;

namespace JourneyTracker.Projections.Dates;

/// <summary>The last day of her licence that a release records, where it is not the one that the law gives: somebody has to ask which is right.</summary>
/// <param name="Fact">The release that records it.</param>
/// <param name="On">The day of that release.</param>
/// <param name="Recorded">The last day that is recorded; that day counts.</param>
/// <param name="ByLaw">The last day by the law, with its working.</param>
public sealed record RecordedEnd(FactId Fact, DateOnly On, DateOnly Recorded, LegalDate ByLaw)
{
    /// <summary>Of the last release from these sentences alone: a recall moves the end, and an earlier release could not know of it. Null when there is nothing to compare, or both are the same.</summary>
    public static RecordedEnd? Of(IReadOnlyList<HeldFact> facts, IReadOnlyList<RecordedCustody> together, DatesAnswer answer)
    {
        if ((answer.Find(DateKind.SentenceAndLicenceEnd) ?? answer.Find(DateKind.LicenceEnd)) is not { } law) return null;
        var last = facts.LastOrDefault(f => f.Fact is Released or ReReleased && together.Any(c => c.Custody.First.On <= f.Day && c.LastDay >= f.Day));
        var recorded = last?.Fact switch { Released r => r.LicenceEndsOn, ReReleased r => r.LicenceEndsOn, _ => null };
        return recorded is { } day && day != law.Calculated ? new RecordedEnd(last!.Id, last.Day, day, law) : null;
    }
}
