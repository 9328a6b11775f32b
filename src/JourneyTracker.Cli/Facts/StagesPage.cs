using System.Globalization;
using System.Text;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Matters.Table;
using JourneyTracker.Projections.DataQuality;

namespace JourneyTracker.Cli.Facts;

/// <summary>docs/stages.md: which fact opens, changes and closes which matter, and what follows for her stage; written from the table that the fold applies.</summary>
public sealed class StagesPage
{
    private readonly StringBuilder page = new();

    private StagesPage()
    {
    }

    public static string Write()
    {
        var stages = new StagesPage();
        stages.Head();
        stages.Facts();
        stages.EndsByLaw();
        return stages.page.ToString().TrimEnd('\n') + "\n";
    }

    private void Head()
    {
        Line(
            "# Stages", "",
            "Written from the code by `./journey facts`; a test fails when this page is out of date. The program does what stands here: it reads the same table.", "",
            "Facts open, change and close *matters*: an investigation, a prosecution, custody, a licence. On a day her *stage* is the most restrictive of the matters that",
            "are open on it. A *spell* is a time in one stage; spells follow each other without gap or overlap. Before her first fact she is *not yet known*.", "",
            "- The day on which a matter opens counts, the day on which it closes does not: on the day of release she is not in custody.",
            "- Facts are taken in the order in which they happened, not in which they were recorded. On one day: police, court, probation, prison, and within these in the order below.",
            "  When every fact of a day has its time, the times decide. Only where all this is equal does it matter which was recorded first.",
            "- A fact with a reference goes with the matter of that reference; else with those that have none; else with the only one open. One without goes with all that have none, else with the latest.",
            "- What does not fit is never refused. It is a *finding* for somebody to ask about, and what is most likely true is shown.", "",
            "## The order of restriction", "",
            "Most restrictive first.", "",
            "| | stage | code |", "|---|---|---|");
        foreach (var (stage, at) in StageNames.OnBoard.Select((s, i) => (s, i + 1))) Line($"| {at} | {stage.Words()} | `{stage.Code()}` |");
        Line("");
    }

    private void Facts()
    {
        Line("## What each fact does", "", "Of several lines of one fact the first that fits is applied.", "");
        foreach (var family in FactCatalogue.All.Where(k => MatterTable.Of(k.Type).Count > 0).GroupBy(k => k.Family))
        {
            Line($"### {family.Key}", "", "| fact | when | what it does | found otherwise |", "|---|---|---|---|");
            foreach (var kind in family)
                foreach (var line in MatterTable.Of(kind.Type)) Line($"| {kind.Title} `{kind.Name}` | {When(line)} | {Deeds(line)} | {Findings(line)} |");
            Line("");
        }

        Line("All other facts of support, sharing and herself change no matter: they say nothing about where she stands in the justice system.", "");
    }

    private void EndsByLaw()
    {
        Line("## What ends by itself", "", "With no fact at all. A fact that closes the matter earlier counts.", "", "| opened by | stage | ends on | rule | confidence |", "|---|---|---|---|---|");
        foreach (var line in MatterTable.Lines)
        {
            foreach (var effect in line.Effects.Where(e => e.End is not null))
                Line($"| {FactCatalogue.Of(line.Fact).Title} | {effect.Words} | {effect.End!.Words} | {effect.End.Rule} | {effect.End.Confidence} |");
        }

        Line("", "A licence, an order, a resolution or a diversion of the same reference that is opened again replaces the one before: the new end counts.");
    }

    private static string When(MatterLine line) => line.When.Length > 0 || MatterTable.Of(line.Fact).Count == 1 ? line.When : "in every other case";

    private static string Deeds(MatterLine line) => line.Effects.Count == 0 ? "changes no matter" : string.Join("; ", line.Effects.Select(e => e.Words));

    private static string Findings(MatterLine line) => string.Join(" ", line.Effects.Select(e => e.Finding).OfType<FindingCode>().Distinct().Select(FindingWords.Of));

    private void Line(params IEnumerable<string> lines)
    {
        foreach (var line in lines) page.Append(CultureInfo.InvariantCulture, $"{line}\n");
    }
}
