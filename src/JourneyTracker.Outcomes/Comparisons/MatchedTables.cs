using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Statistics.Matching;
using JourneyTracker.Outcomes.Statistics.Proportions;

namespace JourneyTracker.Outcomes.Comparisons;

/// <summary>The tables of a matched comparison. Both groups are shown or neither; of a value that few women have, no balance is said.</summary>
internal static class MatchedTables
{
    public const string Met = "met by a service";
    public const string NotMet = "not met";

    private static readonly AnswerColumn[] DifferenceColumns = [new("what", "What", ColumnKind.Text), new("difference", "Difference", ColumnKind.Rate), new("lower95", "95% interval from", ColumnKind.Rate), new("upper95", "to", ColumnKind.Rate)];
    private static readonly AnswerColumn[] BalanceColumns = [new("covariate", "What was so before", ColumnKind.Text), new("before", "Standardised difference before matching", ColumnKind.Number), new("after", "After", ColumnKind.Number)];

    public static IReadOnlyList<AnswerTable> Of(NearestNeighbourMatching matching, IReadOnlyList<MatchCandidate> candidates, Func<string, bool> happened, bool showsSmall)
    {
        var (met, not) = (Count(matching.Pairs.Select(p => p.Treated), happened), Count(matching.Pairs.Select(p => p.Control), happened));
        var rows = MeasureRow.Of(new DuckTable(["kind", "part", "n", "x"], matching.Pairs.Count == 0 ? [] : [["recalled", Met, met.N, met.Events], ["recalled", NotMet, not.N, not.Events]]));
        var shown = showsSmall || MeasureRow.Shown(rows).Count == rows.Count;
        return [Outcome(rows, shown), Difference(matching, happened, shown, showsSmall), Balance(matching, candidates, showsSmall)];
    }

    private static AnswerTable Outcome(IReadOnlyList<MeasureRow> rows, bool shown) => new(
        "outcome", "Recalled, of matched women",
        [new("part", "Group", ColumnKind.Text), new("n", "Women", ColumnKind.Count), new("x", "Recalled", ColumnKind.Count), new("rate", "Rate", ColumnKind.Rate), new("lower95", "95% interval from", ColumnKind.Rate), new("upper95", "to", ColumnKind.Rate)],
        [.. rows.Select(r => (IReadOnlyList<AnswerCell>)[AnswerCell.Of(r.Part), .. shown ? [r.Cell("n"), r.Cell("x"), .. RateCells.Of(r.Proportion)] : Enumerable.Repeat(AnswerCell.Suppressed, 5)])]);

    /// <summary>Its interval tells in how many pairs one of the two alone was recalled: it is not said where that, or what is left of either group, is few. Where the two of every pair fared alike nothing is estimated.</summary>
    private static AnswerTable Difference(NearestNeighbourMatching matching, Func<string, bool> happened, bool shown, bool showsSmall)
    {
        int Pairs(bool met, bool not) => matching.Pairs.Count(p => happened(p.Treated) == met && happened(p.Control) == not);
        var tellsOfFew = new[] { Pairs(true, true), Pairs(true, false), Pairs(false, true), Pairs(false, false) }.Any(n => DisclosurePolicy.Usual.IsSmall(n));
        IEnumerable<AnswerCell> cells = !shown || (tellsOfFew && !showsSmall) ? Enumerable.Repeat(AnswerCell.Suppressed, 3)
            : Pairs(true, false) + Pairs(false, true) == 0 ? Enumerable.Repeat(AnswerCell.NotAvailable, 3)
            : PairedDifference.Of(Pairs(true, false), Pairs(false, true), matching.Pairs.Count) is var difference ? RateCells.Of(difference?.Value, difference?.Interval) : [];
        return new("difference", "Met less not met", DifferenceColumns, [[AnswerCell.Of("recalled"), .. cells]]);
    }

    /// <summary>An area by its name.</summary>
    private static string Named(string covariate) => covariate.Split(": ", 2) is ["area", var area] ? $"area: {GroupNames.Of("area", area)}" : covariate;

    public static AnswerTable Balance(NearestNeighbourMatching matching, IReadOnlyList<MatchCandidate> candidates, bool showsSmall)
    {
        // Before matching it tells of all candidates, after it of the pairs: of few of either it is theirs.
        var (before, after) = (candidates.CountBy(c => c.Treated).Any(g => DisclosurePolicy.Usual.IsSmall(g.Value)), DisclosurePolicy.Usual.IsSmall(matching.Pairs.Count));
        return new("balance", "How alike the two groups are; beyond 0.1 either way is commonly called imbalance", BalanceColumns, [.. matching.Balance.Select(b => (IReadOnlyList<AnswerCell>)
            [AnswerCell.Of(Named(b.Covariate)), Cell(b, b.Before, before), Cell(b, b.After, before || after)])]);

        AnswerCell Cell(StandardisedDifference balance, double? value, bool isOfFew) => showsSmall || !(isOfFew || IsOfFew(balance.Covariate, candidates)) ? AnswerCell.Of(value) : AnswerCell.Suppressed;
    }

    /// <summary>A value matched exactly that few women of either group have, or few lack.</summary>
    private static bool IsOfFew(string covariate, IReadOnlyList<MatchCandidate> candidates)
    {
        if (covariate.Split(": ", 2) is not [_, var value]) return false;
        return candidates.GroupBy(c => c.Treated).Any(g => DisclosurePolicy.Usual.IsSmall(g.LongCount(c => c.Exact.Contains(value))) || DisclosurePolicy.Usual.IsSmall(g.LongCount(c => !c.Exact.Contains(value))));
    }

    private static Proportion Count(IEnumerable<string> keys, Func<string, bool> happened)
    {
        var all = keys.ToList();
        return new Proportion(all.Count(happened), all.Count);
    }
}
