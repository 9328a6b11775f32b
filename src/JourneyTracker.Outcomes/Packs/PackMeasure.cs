using System.Globalization;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Statistics.Proportions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Packs;

/// <summary>A measure in three periods.</summary>
/// <param name="Measure">Which.</param>
/// <param name="Unknown">Why nothing can be said; null when something can.</param>
/// <param name="Now">The period.</param>
/// <param name="Before">The one before.</param>
/// <param name="AYearBefore">The same a year before.</param>
internal sealed record PackMeasure(MeasureDefinition Measure, string? Unknown, MeasureFigures Now, MeasureFigures Before, MeasureFigures AYearBefore)
{
    /// <summary>All that have an answer.</summary>
    /// <param name="knownUntil">The last day of which all is known; that of what answers when null.</param>
    public static IReadOnlyList<PackMeasure> Of(ComparedPeriods periods, DateOnly? knownUntil, OutcomeStoreView store, CancellationToken ct)
    {
        var (now, before, year) = (Ask(periods.Now), Ask(periods.Before), Ask(periods.AYearBefore));
        return [.. now.Select((m, i) => new PackMeasure(m.Measure, m.Unknown, m.Figures, before[i].Figures, year[i].Figures))];

        IReadOnlyList<AskedMeasure> Ask(PublishedPeriod period) => AskedMeasure.Of(MeasureList.Answered, period, knownUntil, store, ct);
    }

    /// <summary>What is counted in any of the three, in order; months of the period alone.</summary>
    public IEnumerable<string> Kinds => Now.Totals.Concat(Now.Totals.Any(IsOfAMonth) ? [] : Before.Totals.Concat(AYearBefore.Totals).Where(r => !IsOfAMonth(r))).Select(r => r.Kind).Distinct();

    /// <summary>What is counted by month has months of its own in each period: those of another are not missing in this one.</summary>
    private static bool IsOfAMonth(MeasureRow row) => DateOnly.TryParseExact(row.Kind, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Whether it is a share of something.</summary>
    public bool IsRate => Now.Totals.Concat(Before.Totals).Concat(AYearBefore.Totals).Any(r => r.Has("x"));

    /// <summary>A number, hidden where its row is; none where nothing was counted.</summary>
    public static AnswerCell Count(MeasureFigures of, string kind, string column = "n") => Row(of, kind) is not { } row ? of.Totals.Any(r => r.Has("x")) ? AnswerCell.NotAvailable : AnswerCell.Of(0L) : of.Shown.Contains(row) ? row.Cell(column) : AnswerCell.Suppressed;

    public static IReadOnlyList<AnswerCell> Rate(MeasureFigures of, string kind) => Row(of, kind) is { } row && !of.Shown.Contains(row)
        ? [AnswerCell.Suppressed, AnswerCell.Suppressed, AnswerCell.Suppressed]
        : Row(of, kind) is { Proportion: not null } known ? RateCells.Of(known) : [AnswerCell.NotAvailable, AnswerCell.NotAvailable, AnswerCell.NotAvailable];

    /// <summary>How much greater a share is, with the interval of the difference (Newcombe), as of different women; hidden when either is.</summary>
    public static IReadOnlyList<AnswerCell> Change(MeasureFigures now, MeasureFigures then, string kind)
    {
        if (Row(now, kind) is not { } a || Row(then, kind) is not { } b) return Enumerable.Repeat(AnswerCell.NotAvailable, 3).ToList();
        if (!now.Shown.Contains(a) || !then.Shown.Contains(b)) return Enumerable.Repeat(AnswerCell.Suppressed, 3).ToList();
        return a.Share is { } one && b.Share is { } other && RateDifference.Of(one, other) is { } difference ? RateCells.Of(difference) : Enumerable.Repeat(AnswerCell.NotAvailable, 3).ToList();
    }

    /// <summary>How much more; hidden when either is.</summary>
    public static AnswerCell Change(AnswerCell now, AnswerCell then) => (now.Value, then.Value) switch
    {
        (long a, long b) => AnswerCell.Of(a - b),
        _ => now.Why == WhyNone.Suppressed || then.Why == WhyNone.Suppressed ? AnswerCell.Suppressed : AnswerCell.NotAvailable,
    };

    private static MeasureRow? Row(MeasureFigures of, string kind) => of.Totals.FirstOrDefault(r => r.Kind == kind);
}
