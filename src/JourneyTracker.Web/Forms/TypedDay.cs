using System.Globalization;

namespace JourneyTracker.Web.Forms;

/// <summary>A day as it was typed in three boxes; the month may be a number or its name. Nothing typed is lost, whatever it was.</summary>
internal sealed record TypedDay(string? Day, string? Month, string? Year)
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static TypedDay None { get; } = new(null, null, null);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    public static TypedDay Of(DateOnly day) => new(day.Day.ToString(Plain), day.Month.ToString(Plain), day.Year.ToString(Plain));

    /// <summary>The boxes of a field are named as it is, with .day, .month and .year.</summary>
    public static TypedDay Of(IFormCollection form, string name) => new(form[$"{name}.day"], form[$"{name}.month"], form[$"{name}.year"]);

    /// <summary>The same in an address.</summary>
    public static TypedDay Of(IQueryCollection query, string name) => new(query[$"{name}.day"], query[$"{name}.month"], query[$"{name}.year"]);

    /// <summary>The day; or what is to be mended, in words that begin with the field's name.</summary>
    /// <param name="what">What the day is of, as it begins a sentence: "The day it happened".</param>
    public (DateOnly? Day, string? Wrong) Read(string what)
    {
        var missing = new[] { (Day, "day"), (Month, "month"), (Year, "year") }.Where(p => string.IsNullOrWhiteSpace(p.Item1)).Select(p => p.Item2).ToList();
        if (missing.Count == 3) return (null, $"{what} must be entered");
        if (missing.Count > 0) return (null, $"{what} must include a {string.Join(" and a ", missing)}");
        if (!TryNumber(Day, out var day) || MonthOf(Month!) is not { } month || !TryNumber(Year, out var year)) return (null, $"{what} must be a real date");
        if (year is < 1000 or > 9999) return (null, $"{what} must have a year of 4 numbers");
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (new DateOnly(year, month, day), null) : (null, $"{what} must be a real date");
    }

    private static bool TryNumber(string? typed, out int number) => int.TryParse(typed?.Trim(), NumberStyles.None, Plain, out number);

    /// <summary>Of a number, a name or the beginning of one.</summary>
    private static int? MonthOf(string typed)
    {
        if (TryNumber(typed, out var number)) return number;
        var name = typed.Trim();
        var found = Array.FindIndex(Plain.DateTimeFormat.MonthNames, m => name.Length >= 3 && m.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return found < 0 ? null : found + 1;
    }
}
