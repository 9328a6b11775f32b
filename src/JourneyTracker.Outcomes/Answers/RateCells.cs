using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Statistics;
using JourneyTracker.Outcomes.Statistics.Proportions;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>A rate, or what compares two, as three cells: the value and both ends of its interval.</summary>
internal static class RateCells
{
    public static IReadOnlyList<AnswerCell> Of(Proportion? of) => of is { } p ? Of(p.Rate, p.Wilson()) : None;

    /// <summary>A measure's share; not available where too much is missing.</summary>
    public static IReadOnlyList<AnswerCell> Of(MeasureRow row) => row.LacksTooMany ? [AnswerCell.NotAvailable, AnswerCell.NotAvailable, AnswerCell.NotAvailable] : Of(row.Proportion);

    public static IReadOnlyList<AnswerCell> Of(RelativeRateIndex? index) => index is { } i ? Of(i.Value, i.Interval) : None;

    public static IReadOnlyList<AnswerCell> Of(RateDifference? difference) => difference is { } d ? Of(d.Value, d.Interval) : None;

    public static IReadOnlyList<AnswerCell> Of(double? value, Interval? bounds) => [AnswerCell.Of(value), AnswerCell.Of(bounds?.Low), AnswerCell.Of(bounds?.High)];

    private static IReadOnlyList<AnswerCell> None { get; } = [AnswerCell.NotApplicable, AnswerCell.NotApplicable, AnswerCell.NotApplicable];
}
