using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.DataQuality;

/// <summary>
/// Who came from another partnership brings no fact along, her safe contact neither: until she was asked again, nobody here knows how to reach her without harm
/// (safeguards S6). That is found, and what was known there is not told.
/// </summary>
internal static class SafeContactFinding
{
    public static IEnumerable<Finding> Of(EffectiveJourney journey)
    {
        var came = journey.Facts.LastOrDefault(f => f.Fact is MovedPartnership { Direction: MoveDirection.From });
        if (came is not null && !journey.Facts.Any(f => f.Fact is SafeContact && f.Day >= came.Day))
            yield return new Finding(FindingCode.SafeContactNotAsked, came.Day, came.Id);
    }
}
