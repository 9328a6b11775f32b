using JourneyTracker.Domain.Law;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>
/// Puts a measure's statement between what several need and the counting. A measure's own file answers one row for each thing that is looked at: <c>person</c>, <c>area</c>, <c>kind</c>
/// (a row of the answer), <c>type</c> (a breakdown) and <c>answer</c>: counted, yes, no, missing, not-asked, not-run or left-out.
/// </summary>
internal static class MeasureStatement
{
    private const string Holidays = "bank_holiday";

    /// <param name="own">The measure's own statement.</param>
    /// <param name="shape">How it is counted: count, share or mean.</param>
    public static string Of(string own, string shape)
    {
        var before = MeasureList.Text("measure_before.sql").TrimEnd();
        if (own.Contains(Holidays, StringComparison.Ordinal)) before = before.Replace("with happened as", $"with {Holidays} (day) as (\n  values {string.Join(", ", WorkingDays.BankHolidays.Select(h => $"(date '{MeasurePeriod.Text(h.Day)}')"))}\n), happened as", StringComparison.Ordinal);
        return string.Join('\n', before, own.Trim(), MeasureList.Text("measure_parts.sql").TrimEnd(), MeasureList.Text($"measure_{shape}.sql").Trim());
    }
}
