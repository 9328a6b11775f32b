using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Packs;

/// <summary>A period and the two with which it is compared.</summary>
/// <param name="Now">It.</param>
/// <param name="Before">The one just before, as long: as many whole months where it is made of such, else as many days.</param>
/// <param name="AYearBefore">The same days of the year before; the last of a month stays the last.</param>
public readonly record struct ComparedPeriods(PublishedPeriod Now, PublishedPeriod Before, PublishedPeriod AYearBefore)
{
    private const int Year = 12;

    public static ComparedPeriods Of(PublishedPeriod now)
    {
        var end = now.To.AddDays(1);
        if (now.From.Day != 1 || end.Day != 1) return new(now, new(now.From.AddDays(now.From.DayNumber - end.DayNumber), now.From.AddDays(-1)), new(now.From.AddYears(-1), now.To.AddYears(-1)));
        var months = ((end.Year - now.From.Year) * Year) + end.Month - now.From.Month;
        return new(now, new(now.From.AddMonths(-months), now.From.AddDays(-1)), new(now.From.AddYears(-1), end.AddYears(-1).AddDays(-1)));
    }
}
