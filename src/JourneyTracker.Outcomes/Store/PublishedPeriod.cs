using System.Globalization;

namespace JourneyTracker.Outcomes.Store;

/// <summary>A whole quarter, half-year or year of the calendar.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day, which counts.</param>
public readonly record struct PublishedPeriod(DateOnly From, DateOnly To)
{
    /// <summary>How many days after its end figures about a period are published, so that what is recorded late is in them. Our own choice.</summary>
    public const int SettlingDays = 28;

    /// <summary>The last day of its settling: once all is known until then, figures about it are published.</summary>
    public DateOnly SettledOn => To.AddDays(SettlingDays);

    /// <summary>As July to September 2026.</summary>
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{From:MMMM} to {To:MMMM yyyy}");

    /// <summary>The one in which a day lies.</summary>
    /// <param name="months">How many months each has; years begin with one.</param>
    public static PublishedPeriod Of(DateOnly day, int months)
    {
        var first = ((day.Month - 1) / months * months) + 1;
        var last = first + months - 1;
        return new(new(day.Year, first, 1), new(day.Year, last, DateTime.DaysInMonth(day.Year, last)));
    }

    /// <summary>The last that has settled.</summary>
    /// <param name="knownUntil">The last day of which all is known.</param>
    public static PublishedPeriod LastSettled(DateOnly knownUntil, int months) => Of(Of(knownUntil.AddDays(1 - SettlingDays), months).From.AddDays(-1), months);
}
