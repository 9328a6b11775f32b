using System.Globalization;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Packs;

/// <summary>A quarter of a calendar year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number)
{
    private const int Months = 3;
    private const int InAYear = 4;

    public DateOnly From => new(Year, (Months * (Number - 1)) + 1, 1);

    /// <summary>Its last day, which counts.</summary>
    public DateOnly To => From.AddMonths(Months).AddDays(-1);

    public PublishedPeriod Period => new(From, To);

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / Months) + 1);

    /// <summary>As 2026-Q2.</summary>
    public static bool TryParse(string text, out Quarter quarter)
    {
        quarter = default;
        if (text.Split("-Q") is not [{ Length: 4 } year, { Length: 1 } number] || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) || y < 1 || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 1 or > InAYear) return false;
        quarter = new(y, n);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");
}
