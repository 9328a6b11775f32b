using System.Globalization;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>A whole quarter, half-year or year of the calendar.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day, which counts.</param>
public readonly record struct PublishedPeriod(DateOnly From, DateOnly To)
{
    /// <summary>The one in which a day lies.</summary>
    /// <param name="months">How many months each has; years begin with one.</param>
    public static PublishedPeriod Of(DateOnly day, int months)
    {
        var first = ((day.Month - 1) / months * months) + 1;
        var last = first + months - 1;
        return new(new(day.Year, first, 1), new(day.Year, last, DateTime.DaysInMonth(day.Year, last)));
    }

    /// <summary>As July to September 2026.</summary>
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{From:MMMM} to {To:MMMM yyyy}");
}
