namespace JourneyTracker.Outcomes.Duck;

/// <summary>Days as DuckDB counts them: from 1 January 1970.</summary>
internal static class DuckDays
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static int Of(DateOnly day) => day.DayNumber - Epoch;

    public static DateOnly ToDay(int days) => DateOnly.FromDayNumber(days + Epoch);
}
