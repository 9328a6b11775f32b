using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Outcomes.Costs;

/// <summary>The tables of each item. A row is shown whole or not at all.</summary>
internal static class CostTables
{
    private static readonly AnswerColumn[] ItemColumns =
    [
        new("item", "Item", ColumnKind.Text), new("side", "Of", ColumnKind.Text), new("unit", "Unit", ColumnKind.Text), new("n", "Women in each group", ColumnKind.Count), new("met", "Mean, met by a service", ColumnKind.Number),
        new("not_met", "Mean, not met", ColumnKind.Number), new("difference", "Met less not met", ColumnKind.Number), new("lower95", "95% interval from", ColumnKind.Number), new("upper95", "to", ColumnKind.Number),
    ];

    private static readonly AnswerColumn[] ValueColumns = [new("item", "Item", ColumnKind.Text), new("what", "What", ColumnKind.Text), .. Levels];

    /// <summary>At all unit costs low, central and high.</summary>
    internal static IReadOnlyList<AnswerColumn> Levels => [new("low", "At low unit costs, £", ColumnKind.Number), new("central", "Central, £", ColumnKind.Number), new("high", "High, £", ColumnKind.Number)];

    public static AnswerTable Items(CountedItems items) => new("items", "What there was of each thing, a woman", ItemColumns, [.. items.All.Select(i => (IReadOnlyList<AnswerCell>)
    [
        AnswerCell.Of(i.Item.Title), AnswerCell.Of(i.Item.IsSupport ? "support" : "justice"), AnswerCell.Of(i.Item.Unit),
        .. Hidden(items, i, 6) ?? [AnswerCell.Of((long)i.Met.Count), Mean(i.Met), Mean(i.NotMet), AnswerCell.Of(i.Difference?.Value), AnswerCell.Of(i.Difference?.Interval?.Low), AnswerCell.Of(i.Difference?.Interval?.High)],
    ])]);

    public static AnswerTable Values(CountedItems items, IReadOnlyList<CostedItem> costed) => new("values", "What each difference comes to, a woman; less than nothing is the other way round", ValueColumns, [.. costed.Select(i => (IReadOnlyList<AnswerCell>)
    [
        AnswerCell.Of(i.Item.Title), AnswerCell.Of(i.Item.IsSupport ? "spent" : "saved"), .. Hidden(items, i.Counted, 3) ?? Money(level => (i.Item.IsSupport ? 1 : -1) * i.Value(level)),
    ])]);

    /// <summary>To the penny.</summary>
    internal static AnswerCell Money(double? pounds) => AnswerCell.Of(pounds is { } p ? Math.Round(p, 2) + 0.0 : null);

    internal static IReadOnlyList<AnswerCell> Money(Func<CostLevel, double?> pounds) => [.. Enum.GetValues<CostLevel>().Select(l => Money(pounds(l)))];

    private static IReadOnlyList<AnswerCell>? Hidden(CountedItems items, CountedItem item, int cells) =>
        items.Shown.Contains(item) && item.Met.Count > 0 ? null : [.. Enumerable.Repeat(item.IsFed && item.Met.Count > 0 ? AnswerCell.Suppressed : AnswerCell.NotAvailable, cells)];

    private static AnswerCell Mean(IReadOnlyList<double> amounts) => AnswerCell.Of((double?)amounts.Average());
}
