using System.Globalization;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Outcomes.Processes.Pathways;

/// <summary>A pathway of the list, with the facts that each step is known by.</summary>
/// <param name="Id">In the list.</param>
/// <param name="Pathway">Its steps; an activity is the words of a step.</param>
/// <param name="Facts">For each step, stored names of facts without their versions.</param>
/// <param name="Sources">Where it comes from.</param>
/// <param name="Confidence">How sure that is.</param>
public sealed record KeptPathway(string Id, StatedPathway Pathway, IReadOnlyList<IReadOnlyList<string>> Facts, IReadOnlyList<string> Sources, string Confidence)
{
    /// <summary>Which step a fact may be; null for none.</summary>
    public string? ActivityOf(string fact) => Facts.Index().Where(f => f.Item.Contains(fact)).Select(f => Pathway.Steps[f.Index].Activity).FirstOrDefault();
}

/// <summary>The pathways that partnerships have stated (stated_pathways.csv). They are data, with their source: none of them is law.</summary>
public static class StatedPathways
{
    public static IReadOnlyList<KeptPathway> All { get; } = [.. Load()];

    private static IEnumerable<KeptPathway> Load()
    {
        var rows = CodeListCsv.Rows(MeasureList.Text("stated_pathways.csv")).ToList();
        foreach (var one in rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second)).GroupBy(r => r["pathway"]))
        {
            var steps = one.OrderBy(r => int.Parse(r["step"], CultureInfo.InvariantCulture)).ToList();
            yield return new(
                one.Key, new StatedPathway(steps[0]["title"], [.. steps.Select(s => new PathwayStep(s["label"], Limit(s["within"], s["unit"])))]), [.. steps.Select(s => s["facts"].Split('|'))],
                [.. steps.Select(s => s["source"]).Distinct()], string.Join(", ", steps.Select(s => s["confidence"]).Distinct()));
        }
    }

    private static TimeLimit? Limit(string within, string unit) => (within, unit) switch
    {
        ("", _) => null,
        (_, "hours") => new WithinHours(int.Parse(within, CultureInfo.InvariantCulture)),
        (_, "days") => new WithinDays(int.Parse(within, CultureInfo.InvariantCulture)),
        (_, "working-days") => new WithinWorkingDays(int.Parse(within, CultureInfo.InvariantCulture)),
        _ => throw new FormatException($"A limit of {within} {unit} is not known."),
    };
}
