using System.Globalization;
using System.Text;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>docs/measures.md: every measure, how it is worded officially and how it is counted here, written from the data itself.</summary>
internal static class MeasuresPage
{
    public static string Write()
    {
        var page = new StringBuilder();
        void Line(string line) => page.Append(CultureInfo.InvariantCulture, $"{line}\n");
        int Count(MeasureState state) => MeasureList.All.Count(m => m.State == state);
        Line("# Measures");
        Line("");
        Line("Written from the code and its data by `./journey definitions`; a test fails when this page is out of date. How to ask: [outcomes.md](outcomes.md).");
        Line("");
        Line($"{MeasureList.All.Count} measures: {Count(MeasureState.Answered)} have an answer, {Count(MeasureState.Elsewhere)} are answered by others, {Count(MeasureState.Unknown)} are UNKNOWN, which is never zero.");
        Line("*Missing* is not recorded, *not asked* is what nobody asked her, *not run* is follow-up that is not over, *left out* is what the definition leaves out; all four are said beside a rate and are not in it.");
        Line("A woman is *by area* where she was known on the day (M17 and its caseload: where she was last known), *by ethnicity* in the list's five groups and one, by her latest answer. Her age is sealed: nothing is by age.");
        foreach (var measure in MeasureList.All)
        {
            Line("");
            Line($"## {measure.Id}: {measure.Title}");
            Line("");
            Line($"\"{measure.Wording}\" ({measure.Source}; wording {measure.WordingConfidence.Replace('_', ' ')}, definition {measure.DefinitionConfidence.Replace('_', ' ')}). Version {measure.Version}.");
            Line("");
            if (measure.State == MeasureState.Answered) Line($"The source counts: {Said(measure.Numerator)}; of: {Said(measure.Denominator)}; period: {Said(measure.FollowUp)}; leaves out: {Said(measure.Exclusions)}.");
            Line($"{(measure.State == MeasureState.Answered ? "Here: " : measure.State == MeasureState.Unknown ? "UNKNOWN: " : "")}{measure.Reading}");
            if (measure.State == MeasureState.Answered) Line($"By {string.Join(", ", measure.Breakdowns)}. Rests on {string.Join("; and ", measure.RestsOn.Select(g => string.Join(" or ", g.Select(f => $"`{f}`"))))}.");
        }

        return page.ToString();
    }

    private static string Said(string cell) => cell.Length == 0 ? "not said" : cell;
}
