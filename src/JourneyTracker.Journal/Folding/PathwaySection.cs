using JourneyTracker.Journal.Schema;
using JourneyTracker.Projections.Pathways;

namespace JourneyTracker.Journal.Folding;

/// <summary>What docs/projections.md says of pathways: the rules in words, and the points after release from the code.</summary>
internal static class PathwaySection
{
    public static void Write(TextWriter page)
    {
        page.WriteLine($"\n## Pathways: `{PathwayOutcomes.Name}`\n");
        page.Write(EmbeddedSql.Text("projections_pathways.md"));
        page.WriteLine("\n| point | measure | question | day that is looked at | known from | definition |\n|---|---|---|---|---|---|");
        foreach (var clock in ReleaseClock.All)
            page.WriteLine($"| `{clock.Code}` | {clock.Metric} | {clock.Question} | {Asked(clock)} | {Known(clock)} | {clock.Confidence} |");
    }

    private static string Asked(ReleaseClock clock) => (clock.Months, clock.Days) switch
    {
        (0, 0) => "the day of release",
        (0, var days) => $"{days} days after it",
        (var months, _) => $"{months} months after it",
    };

    private static string Known(ReleaseClock clock) => clock.KnownAfterMonths is { } months ? $"the day after {months} months" : "the day after";
}
