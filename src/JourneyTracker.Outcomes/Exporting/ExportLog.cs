using System.Globalization;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Processes.Export;

namespace JourneyTracker.Outcomes.Exporting;

/// <summary>The facts that leave as events, woman by woman; each way through reads them anew.</summary>
internal sealed class ExportLog(DuckConnection connection, ExportRows rows)
{
    private static readonly string[] Texts = ["family", "agency", "area", "body"];

    public IEnumerable<LoggedTrace> Traces()
    {
        foreach (var hers in Women()) yield return new LoggedTrace((string)hers[0]["person"]!, [.. hers.Select(f => new LoggedEvent((string)f["name"]!, When(f), Attributes(f)))]);
    }

    /// <summary>Women, cases of agencies, and agencies.</summary>
    public IEnumerable<LoggedObject> Objects() =>
        Distinct("person", "woman").Concat(Distinct("matter", "case")).Concat(Distinct("agency", "agency"));

    public IEnumerable<LoggedObjectEvent> Events() => Facts().Select(f => new LoggedObjectEvent(
        string.Create(CultureInfo.InvariantCulture, $"{f["person"]}-{f["seq"]}"), (string)f["name"]!, When(f),
        [((string)f["person"]!, "of"), .. Taking(f, "matter", "in"), .. Taking(f, "agency", "recorded by")], Attributes(f)));

    private IEnumerable<LoggedObject> Distinct(string column, string type)
    {
        using var stream = connection.Stream($"select distinct {column} from ({rows.Of("fact")}) where {column} is not null order by 1");
        foreach (var row in stream.Rows()) yield return new LoggedObject((string)row[0]!, type);
    }

    private IEnumerable<List<Dictionary<string, object?>>> Women()
    {
        List<Dictionary<string, object?>> hers = [];
        foreach (var fact in Facts())
        {
            if (hers.Count > 0 && !Equals(hers[0]["person"], fact["person"]))
            {
                yield return hers;
                hers = [];
            }

            hers.Add(fact);
        }

        if (hers.Count > 0) yield return hers;
    }

    private IEnumerable<Dictionary<string, object?>> Facts()
    {
        using var stream = connection.Stream(rows.Of("fact"));
        foreach (var row in stream.Rows()) yield return stream.Columns.Zip(row).ToDictionary(c => c.First, c => c.Second);
    }

    private static IEnumerable<(string, string)> Taking(Dictionary<string, object?> fact, string column, string qualifier) => fact[column] is string id ? [(id, qualifier)] : [];

    private static Dictionary<string, string> Attributes(Dictionary<string, object?> fact) => Texts.Where(t => fact[t] is string).ToDictionary(t => t, t => (string)fact[t]!);

    private static HappenedOn When(Dictionary<string, object?> fact)
    {
        // By month a day leaves as 2026-03; the store knows no time of day.
        if (fact["day"] is string month) return HappenedOn.Parse(month, CultureInfo.InvariantCulture);
        var day = (DateOnly)fact["day"]!;
        return (string)fact["accuracy"]! switch { "unknown" => HappenedOn.NotKnownBy(day), "month" => HappenedOn.InMonth(day.Year, day.Month), _ => HappenedOn.OnDay(day) };
    }
}
