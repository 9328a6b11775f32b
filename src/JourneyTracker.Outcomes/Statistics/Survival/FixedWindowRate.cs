using JourneyTracker.Outcomes.Statistics.Proportions;

namespace JourneyTracker.Outcomes.Statistics.Survival;

/// <summary>A woman's whole follow-up and the day of the first event in it, in days since her index day.</summary>
/// <param name="Days">How long she can have been followed, whether it happened or not.</param>
/// <param name="EventOn">The day on which it first happened; null when it did not.</param>
public readonly record struct FollowUp(int Days, int? EventOn);

/// <summary>
/// The share to whom it happened within a window, among those whose window has run: who could not be followed that long is left out even when it has happened to her already.
/// </summary>
/// <param name="Window">Days since the index day; an event on the last of them counts.</param>
/// <param name="NotRun">Women left out because their window has not run: their answer is unknown, not "no".</param>
public sealed record FixedWindowRate(int Window, Proportion Proportion, int NotRun)
{
    public static FixedWindowRate Of(IEnumerable<FollowUp> women, int window)
    {
        var (within, followed, notRun) = (0, 0, 0);
        foreach (var woman in women)
        {
            if (woman.Days < window) notRun++;
            else followed++;
            if (woman.Days >= window && woman.EventOn <= window) within++;
        }

        return new(window, new(within, followed), notRun);
    }
}
