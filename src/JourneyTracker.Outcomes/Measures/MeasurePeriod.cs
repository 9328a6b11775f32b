using System.Globalization;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>The days that a measure is about.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; it counts.</param>
/// <param name="KnownUntil">The last day of which all is known: follow-up that ends later has not run.</param>
public sealed record MeasurePeriod(DateOnly From, DateOnly To, DateOnly KnownUntil)
{
    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
