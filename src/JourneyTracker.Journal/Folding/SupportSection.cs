using System.Globalization;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Projections.RecallSupport;

namespace JourneyTracker.Journal.Folding;

/// <summary>What docs/projections.md says of support on licence: what it is for in words, and its factors from the data.</summary>
internal static class SupportSection
{
    public static void Write(TextWriter page)
    {
        page.WriteLine($"\n## Support on licence: `{SupportOnLicence.Name}`\n");
        page.WriteLine("Worked out when it is asked (`./journey support JOURNEY --as-at DAY`), and stored nowhere. It says what would help a woman on licence stay out of prison, with the records behind it and what");
        page.WriteLine("could be offered first. It is an offer of help: never a ground for recall, never on a card, and not seen by police. Protected characteristics and disclosures play no part in it, and an absence");
        page.WriteLine("counts only when its reason was asked and a named person found it unacceptable. A warning or an earlier recall that rests on absences, or may, counts only when one of them does. Each factor has a weight, and what helps her weighs against; the weights are assumed, so the number behind the");
        page.WriteLine(string.Create(CultureInfo.InvariantCulture, $"answer is shown to nobody. From {SupportFactor.Enough} on, support is called needed (assumed too).\n"));
        page.WriteLine("| factor | speaks for support, or helps her already | weight | counts at most | what staff read | what could be offered | source | confidence |\n|---|---|---|---|---|---|---|---|");
        foreach (var factor in SupportFactor.All)
        {
            page.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| `{factor.Code}` | {(factor.Needs ? "for support" : "helps")} | {factor.Points} ({factor.PointsBasis}) | {factor.Most} | {factor.Words} | {factor.Help} | {factor.Source} | {factor.Confidence.Replace('_', ' ')} |"));
        }
    }
}
