using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with the fields of a fact of the sharing family.</summary>
internal static class SharingChecks
{
    public static Refusal? Of(Fact fact) => fact switch
    {
        _ => null,
    };
}
