using JourneyTracker.Domain.Law;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>
/// Puts a measure's statement between what several need and the counting. A measure's own file answers one row for each thing that is looked at: <c>person</c>, <c>area</c>, <c>kind</c>
/// (a row of the answer), <c>type</c> (a breakdown) and <c>answer</c>: counted, yes, no, missing, not-asked, not-run or left-out.
/// </summary>
internal static class MeasureStatement
{
    private const string Holidays = "bank_holiday";

    private const string Counted = "), counted as (";

    /// <param name="own">The measure's own statement.</param>
    /// <param name="shape">How it is counted: count, share or mean.</param>
    public static string Of(string own, string shape) =>
        string.Join('\n', Before(own.Contains(Holidays, StringComparison.Ordinal)), own.Trim(), MeasureList.Text("measure_parts.sql").TrimEnd(), MeasureList.Text($"measure_{shape}.sql").Trim());

    /// <summary>All of some measures in one statement, so that what several need is worked out once: id, and then every column that any of them has.</summary>
    public static string Of(IReadOnlyList<MeasureDefinition> measures)
    {
        var before = Before(measures.Any(m => m.Own!.Value.Sql.Contains(Holidays, StringComparison.Ordinal)));
        return $"{before[..^Counted.Length].TrimEnd()}\n)\n{string.Join("\nunion all by name\n", measures.Select(m => $"select '{m.Id}' as id, * from (\n{One(m)}\n)"))}\norder by id, kind, part";
    }

    private static string One(MeasureDefinition measure)
    {
        var (own, shape) = measure.Own!.Value;
        foreach (var (name, value) in measure.Settings) own = own.Replace($"${name}", $"'{value.Replace("'", "''", StringComparison.Ordinal)}'", StringComparison.Ordinal);
        return $"with counted as (\n{own.Trim()}\n{MeasureList.Text("measure_parts.sql").TrimEnd()}\n{MeasureList.Text($"measure_{shape}.sql").Trim()}";
    }

    private static string Before(bool withHolidays)
    {
        var before = MeasureList.Text("measure_before.sql").TrimEnd();
        return withHolidays
            ? before.Replace("with happened as", $"with {Holidays} (day) as (\n  values {string.Join(", ", WorkingDays.BankHolidays.Select(h => $"(date '{MeasurePeriod.Text(h.Day)}')"))}\n), happened as", StringComparison.Ordinal)
            : before;
    }
}
