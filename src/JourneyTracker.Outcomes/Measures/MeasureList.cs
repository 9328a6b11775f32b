using System.Globalization;
using System.Reflection;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>All measures: the Delivery Plan's objectives, the Concordat's Annex B, London's outcomes and the partnerships' own (measures.csv), with their statements.</summary>
public static class MeasureList
{
    /// <summary>In the order of the list.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } = [.. Load()];

    /// <summary>Those that have an answer here.</summary>
    public static IReadOnlyList<MeasureDefinition> Answered { get; } = [.. All.Where(m => m.State == MeasureState.Answered)];

    /// <summary>The measure of that id, in capitals or not; null when there is none.</summary>
    public static MeasureDefinition? Find(string id) => All.FirstOrDefault(m => m.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<MeasureDefinition> Load()
    {
        var rows = CodeListCsv.Rows(Text("measures.csv")).ToList();
        return rows.Skip(1).Select(r => Read(rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second)));
    }

    private static MeasureDefinition Read(Dictionary<string, string> row) => new(
        row["id"], row["title"], row["wording"], row["numerator"], row["denominator"], row["follow_up"], row["exclusions"], Parts(row["breakdowns"], ' '), row["reading"], row["source"],
        row["wording_confidence"], row["definition_confidence"], int.Parse(row["version"], CultureInfo.InvariantCulture), Enum.Parse<MeasureState>(row["state"], ignoreCase: true),
        [.. Parts(row["rests_on"], ';').Select(g => Parts(g, '|'))])
    {
        Sql = row["question"].Length == 0 ? null : MeasureStatement.Of(Text($"{row["question"]}.sql"), row["shape"]),
        Own = row["question"].Length == 0 ? null : (Text($"{row["question"]}.sql"), row["shape"]),
        FollowsFor = row["follows_for"].Length == 0 ? null : Term.Parse(row["follows_for"], null),
        Settings = Parts(row["settings"], ';').Select(s => s.Split('=')).ToDictionary(s => s[0], s => s[1]),
    };

    private static string[] Parts(string cell, char separator) => cell.Split(separator, StringSplitOptions.RemoveEmptyEntries);

    internal static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in this assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
