using System.Text.Json;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Folding.Rebuild;
using JourneyTracker.Journal.Schema;
using JourneyTracker.Projections.DataQuality;
using JourneyTracker.Projections.Movements;
using JourneyTracker.Projections.Prompts;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Journal.Folding;

/// <summary>docs/projections.md, written from the code: what is derived from the facts, where it is stored, and when the boards are told.</summary>
public static class ProjectionsPage
{
    private static readonly IReadOnlyDictionary<string, string> Meanings = new Dictionary<string, string>
    {
        [JourneyStatus.Name] = "Her stage over time, as spells without gap or overlap, and the police force areas she was known in. A spell ends on the first day of the next one; an end that the law sets may lie in the future.",
        [Movement.Name] = "The steps from one spell to the next. The first comes from \"not yet known\". A step without a fact is one by operation of law.",
        [DataQualityFindings.Name] = "What in the records does not fit together, for somebody to ask the agency about.",
        [FoldNames.Merges] = "The journeys that were found to be one woman's with another, and under which she is known. Nothing else is stored about them, and whoever counts women leaves them out.",
        [HerPrompts.Name] = "Days on which somebody may be needed, so that the page Today finds whom to open; what for is not stored. What is sealed is taken as what would need somebody: the days tell nothing of it, and are never too few.",
    };

    public static string Write()
    {
        var page = new StringWriter { NewLine = "\n" };
        page.Write(EmbeddedSql.Text("projections_head.md"));
        foreach (var fold in FoldNames.All)
        {
            page.WriteLine($"\n### `{fold}`\n\n{Meanings[fold]}\n");
            foreach (var table in FoldTables.Of([fold]))
                page.WriteLine($"Table `{table.Table}`, read through `current_{table.Table}`: {string.Join(", ", table.ColumnNames.Select(c => $"`{c}`"))}.\n");
        }

        page.WriteLine("## Findings\n\n| code | in words |\n|---|---|");
        foreach (var code in Enum.GetValues<FindingCode>()) page.WriteLine($"| `{JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString())}` | {FindingWords.Of(code)} |");
        PathwaySection.Write(page);
        SupportSection.Write(page);
        PromptSection.Write(page);
        return page.ToString();
    }
}
