using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Statistics.Means;
using static JourneyTracker.Outcomes.Costs.CostTables;

namespace JourneyTracker.Outcomes.Costs;

/// <summary>What is made of all items together: the net, how far each unit cost and each difference moves it, and what support may cost.</summary>
internal static class BalanceTables
{
    private const int Hundred = 100;

    private static readonly AnswerColumn[] NetColumns = [new("what", "What", ColumnKind.Text), .. Levels, new("lower95", "95% interval from", ColumnKind.Number), new("upper95", "to", ColumnKind.Number)];

    private static readonly AnswerColumn[] SensitivityColumns =
    [
        new("what", "What is changed", ColumnKind.Text), new("unit", "In", ColumnKind.Text), new("from", "From low, or the lower limit", ColumnKind.Number), new("to", "To high, or the upper limit", ColumnKind.Number), new("net_from", "Net a woman at the first, £", ColumnKind.Number),
        new("net_to", "At the second, £", ColumnKind.Number), new("range", "How far the net moves, £", ColumnKind.Number),
    ];

    private static readonly AnswerColumn[] BreakEvenColumns = [new("what", "What", ColumnKind.Text), new("unit", "For one", ColumnKind.Text), .. Levels];

    /// <param name="balance">Where one side is not known, what is made of both is not.</param>
    /// <param name="hidden">Why nothing of it may be said; null when it may.</param>
    public static AnswerTable Net(CostBalance balance, AnswerCell? hidden)
    {
        var (spent, saved, both) = (balance.HasSupport, balance.HasJustice, balance is { HasSupport: true, HasJustice: true });
        return new("net", "Spent and saved, a woman", NetColumns,
        [
            Row("Spent on support", spent, balance.Spent, balance.Paired(i => i.Item.IsSupport ? 1 : 0)),
            Row("Saved of justice", saved, balance.Saved, balance.Paired(i => i.Item.IsSupport ? 0 : -1)),
            Row("Saved less spent", both, balance.Net, balance.Paired(_ => -1)),
            Row("Saved less spent, of 100 women", both, l => Hundred * balance.Net(l), balance.Paired(_ => -Hundred)),
            [AnswerCell.Of("Saved for each pound spent"), .. hidden is { } none ? Enumerable.Repeat(none, NetColumns.Length - 1) : [.. Enum.GetValues<CostLevel>().Select(l => both ? Ratio(balance, l) : AnswerCell.NotAvailable), AnswerCell.NotApplicable, AnswerCell.NotApplicable]],
        ]);

        IReadOnlyList<AnswerCell> Row(string what, bool isKnown, Func<CostLevel, double> pounds, PairedMean? paired) =>
            [AnswerCell.Of(what), .. hidden is { } none ? Enumerable.Repeat(none, NetColumns.Length - 1) : [.. Money(l => isKnown ? pounds(l) : null), Money(isKnown ? paired?.Interval?.Low : null), Money(isKnown ? paired?.Interval?.High : null)]];
    }

    /// <summary>One at a time, all else being central; what moves the net furthest first.</summary>
    public static AnswerTable Sensitivity(CostBalance balance) => new(
        "sensitivity", "How far each unit cost and each difference moves the net, one at a time", SensitivityColumns,
        [.. balance.Items.SelectMany(i => Changes(balance, i)).OrderByDescending(c => Math.Abs(c.NetTo - c.NetFrom)).Select(c => (IReadOnlyList<AnswerCell>)
            [AnswerCell.Of(c.What), AnswerCell.Of(c.Unit), AnswerCell.Of((double?)c.From), AnswerCell.Of((double?)c.To), Money(c.NetFrom), Money(c.NetTo), Money(Math.Abs(c.NetTo - c.NetFrom))])]);

    public static AnswerTable BreakEven(CostBalance balance) => new(
        "break_even", "What support may cost so that as much is saved as is spent, by the unit costs of justice", BreakEvenColumns,
        [
            [AnswerCell.Of("All support"), AnswerCell.Of("woman"), .. Enum.GetValues<CostLevel>().Select(l => Positive(balance.Saved(l)))],
            .. balance.Items.Where(i => i.Item.IsSupport).Select(i => (IReadOnlyList<AnswerCell>)[AnswerCell.Of(i.Item.Title), AnswerCell.Of(i.Item.Unit), .. Enum.GetValues<CostLevel>().Select(l => balance.BreakEven(i, l) is { } pounds ? Positive(pounds) : AnswerCell.NotApplicable)]),
        ]);

    private static IEnumerable<(string What, string Unit, double From, double To, double NetFrom, double NetTo)> Changes(CostBalance balance, CostedItem item)
    {
        yield return ($"{item.Item.Title}: unit cost", $"£ for one {item.Item.Unit}", item.Cost.Low, item.Cost.High, balance.NetAtCost(item, item.Cost.Low), balance.NetAtCost(item, item.Cost.High));
        if (item.Counted.Difference?.Interval is { } interval)
            yield return ($"{item.Item.Title}: difference", $"{item.Item.Unit} a woman", interval.Low, interval.High, balance.NetAtDifference(item, interval.Low), balance.NetAtDifference(item, interval.High));
    }

    private static AnswerCell Ratio(CostBalance balance, CostLevel level) => balance.Spent(level) > 0 ? AnswerCell.Of((double?)(balance.Saved(level) / balance.Spent(level))) : AnswerCell.NotApplicable;

    /// <summary>Nothing that support costs would do.</summary>
    private static AnswerCell Positive(double pounds) => pounds >= 0 ? Money(pounds) : AnswerCell.NotApplicable;
}
