namespace JourneyTracker.Domain.Law;

/// <summary>A bank holiday in England and Wales.</summary>
public sealed record BankHoliday(DateOnly Day, string Name, string Source, string Confidence);

/// <summary>Working days in England and Wales: Monday to Friday, without bank holidays.</summary>
public static class WorkingDays
{
    public static IReadOnlyList<BankHoliday> BankHolidays { get; } =
        [.. LawRow.Table("bank_holidays").Select(r => new BankHoliday(r.Day("day")!.Value, r["name"], r["source"], r["confidence"]))];

    private static readonly Dictionary<DateOnly, BankHoliday> ByDay = BankHolidays.ToDictionary(h => h.Day);

    /// <summary>The day itself when it is a working day; else the last working day before it (DAY-14).</summary>
    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(-1);
        return day;
    }

    public static bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !ByDay.ContainsKey(day);

    /// <summary>What is to be said of the bank holidays around a day; null when they were read at their source.</summary>
    internal static string? DoubtAbout(DateOnly day, DateOnly moved)
    {
        if (day < BankHolidays[0].Day || day.Year > BankHolidays[^1].Day.Year) return "bank holidays of that year are not recorded, only weekends count";
        for (var on = moved; on <= day; on = on.AddDays(1))
            if (ByDay.TryGetValue(on, out var holiday) && holiday.Confidence != "verified") return $"{holiday.Name} is unverified";
        return null;
    }
}
