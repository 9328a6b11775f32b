using System.Globalization;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Projections.Prompts;

namespace JourneyTracker.Journal.Folding;

/// <summary>What docs/projections.md says of prompts: how they are made, and their kinds from the data.</summary>
internal static class PromptSection
{
    public static void Write(TextWriter page)
    {
        page.WriteLine($"\n## Who needs somebody: `{HerPrompts.Name}`\n");
        page.WriteLine("The page Today and `./journey today` work it out when they are asked, from what the one who asks may see of each woman, and store no reason. The stored days only say whom to open. Withdrawing or");
        page.WriteLine("correcting the fact behind a prompt removes it, or makes it another one. Protected characteristics play no part but in the kinds that are about them; disclosures play none. The release dates are our");
        page.WriteLine("own working by the law's rules, never the prison's. `WORKER` is her own keyworker or responsible officer, `OWN` who may read what support would help her, `COORDINATOR` the coordinator; the others are kinds of agencies.\n");
        page.WriteLine("| kind | what is needed | what helps | for | days before the day that matters, or from its fact to it | days after it | rule | source | confidence | where the days come from |\n|---|---|---|---|---|---|---|---|---|---|");
        foreach (var kind in PromptKind.All)
        {
            page.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| `{kind.Code}` | {kind.Words} | {kind.Help} | {string.Join(", ", kind.For.Order(StringComparer.Ordinal))} | {kind.Before} | {kind.After} | {kind.Rule} | {kind.Source} | {kind.Confidence.Replace('_', ' ')} | {kind.DaysBasis} |"));
        }
    }
}
