using System.Globalization;
using System.Text.Json;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Folding;

namespace JourneyTracker.Journal.Checking;

/// <summary>What the folds should have stored about a journey, in the words of <c>checking_fold_rows.sql</c>. Written apart from the code that stores it, on purpose.</summary>
internal static class FoldedLines
{
    public static IEnumerable<(Guid, string)> Of(FoldedJourney folded) =>
        Spells(folded).Concat(Areas(folded)).Concat(Movements(folded)).Concat(Findings(folded)).Concat(Merged(folded)).Concat(Today(folded)).Select(line => (folded.Journey.Value, line));

    private static IEnumerable<string> Spells(FoldedJourney folded) =>
        folded.Spells.Select((s, i) => Line("spell", i, s.Stage.Code(), Day(s.From), s.Until is { } until ? Day(until) : "-", Id(s.By), s.Agency));

    private static IEnumerable<string> Areas(FoldedJourney folded) => folded.Areas.Select((a, i) => Line("area", i, Day(a.From), a.Area));

    private static IEnumerable<string> Movements(FoldedJourney folded) =>
        folded.Movements.Select((m, i) => Line("movement", i, Day(m.Day), m.From.Code(), m.To.Code(), Id(m.By)));

    private static IEnumerable<string> Findings(FoldedJourney folded) =>
        folded.Findings.Select((f, i) => Line("finding", i, JsonNamingPolicy.KebabCaseLower.ConvertName(f.Code.ToString()), Day(f.Day), Id(f.Fact)));

    private static IEnumerable<string> Merged(FoldedJourney folded) => folded.WentTo is { } survivor ? [Line("merged", survivor.Value)] : [];

    private static IEnumerable<string> Today(FoldedJourney folded) => folded.PromptSpans.Select((s, i) => Line("today", i, Day(s.First), Day(s.Last), Day(s.Due), s.IsCertain ? "certain" : "supposed"));

    private static string Line(params object[] parts) => string.Join('|', parts);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Id(FactId? fact) => fact?.Value.ToString() ?? "-";
}
