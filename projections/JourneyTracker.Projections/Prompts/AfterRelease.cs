using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Pathways;

namespace JourneyTracker.Projections.Prompts;

/// <summary>What the time after a release needs.</summary>
internal static class AfterRelease
{
    public static IEnumerable<Prompt> Of(Known her) => [.. FirstDays(her), .. Clocks(her)];

    private static IEnumerable<Prompt> FirstDays(Known her)
    {
        if (her.Custody is not null || her.Facts.LastOrDefault(f => f.Fact is Released or ReReleased) is not { } release) yield break;
        if (!her.Facts.Any(f => f.Day >= release.Day && f.Fact is AppointmentKept or FirstContact or SessionKept)) yield return Prompt.From("first-72-hours", release.Day, release);
    }

    /// <summary>The points at which outcomes are asked, where the release counts there and nothing is on record of these days.</summary>
    private static IEnumerable<Prompt> Clocks(Known her)
    {
        foreach (var outcome in ReleaseOutcomes.Of(her.Journey, her.Status.Matters, DateOnly.MaxValue))
        {
            if (outcome.LeftOut is not null || outcome.Clock.Code is not ("six-weeks" or "three-months")) continue;
            var prompt = Prompt.Before(outcome.Clock.Code, outcome.AskedOn, her.Find(outcome.Release)!);
            if (!her.Facts.Any(f => IsAnswer(f, outcome.Clock.Asks) && f.Day >= prompt.First)) yield return prompt;
        }
    }

    private static bool IsAnswer(EffectiveFact fact, ReleaseQuestion asks) => asks == ReleaseQuestion.InWork
        ? fact.Fact is EmploymentStatusRecorded { Status: not (EmploymentStatus.NotAsked or EmploymentStatus.NotKnown) }
        : fact.Fact is AccommodationStatusRecorded { Status: not (AccommodationStatus.NotAsked or AccommodationStatus.NotKnown) };
}
