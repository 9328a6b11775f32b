using System.Globalization;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Statistics.Proportions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Packs;

/// <summary>A measure in three periods.</summary>
/// <param name="Now">The period.</param>
/// <param name="Before">The one before.</param>
/// <param name="AYearBefore">The same a year before.</param>
internal sealed record PackMeasure(AskedMeasure Now, AskedMeasure Before, AskedMeasure AYearBefore)
{
    public MeasureDefinition Measure => Now.Measure;

    /// <summary>Why nothing can be said of the period; null when something can.</summary>
    public string? Unknown => Now.Unknown;

    /// <summary>All that have an answer.</summary>
    /// <param name="knownUntil">The last day of which all is known; that of what answers when null.</param>
    public static IReadOnlyList<PackMeasure> Of(ComparedPeriods periods, DateOnly? knownUntil, OutcomeStoreView store, CancellationToken ct)
    {
        var (now, before, year) = (Ask(periods.Now), Ask(periods.Before), Ask(periods.AYearBefore));
        return [.. now.Select((m, i) => new PackMeasure(m, before[i], year[i]))];

        IReadOnlyList<AskedMeasure> Ask(PublishedPeriod period) => AskedMeasure.Of(MeasureList.Answered, period, knownUntil, store, ct);
    }

    /// <summary>What is counted in any of the three, in order; months of the period alone.</summary>
    public IEnumerable<string> Kinds => Now.Figures.Totals.Concat(Now.Figures.Totals.Any(IsOfAMonth) ? [] : Before.Figures.Totals.Concat(AYearBefore.Figures.Totals).Where(r => !IsOfAMonth(r))).Select(r => r.Kind).Distinct();

    /// <summary>What is counted by month has months of its own in each period: those of another are not missing in this one.</summary>
    private static bool IsOfAMonth(MeasureRow row) => DateOnly.TryParseExact(row.Kind, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Whether it is a share of something.</summary>
    public bool IsRate => Now.Figures.Totals.Concat(Before.Figures.Totals).Concat(AYearBefore.Figures.Totals).Any(r => r.Has("x"));

    /// <summary>A number, hidden where its row is; none where nothing was counted, and not known where nothing can be said.</summary>
    public static AnswerCell Count(AskedMeasure of, string kind, string column = "n") =>
        of.Unknown is not null ? AnswerCell.NotAvailable
        : Row(of, kind) is not { } row ? of.Figures.Totals.Any(r => r.Has("x")) ? AnswerCell.NotAvailable : AnswerCell.Of(0L)
        : of.Figures.Shown.Contains(row) ? row.Cell(column) : AnswerCell.Suppressed;

    public static IReadOnlyList<AnswerCell> Rate(AskedMeasure of, string kind) =>
        Row(of, kind) is not { } row ? Three(AnswerCell.NotAvailable) : !of.Figures.Shown.Contains(row) ? Three(AnswerCell.Suppressed) : row.Proportion is null ? Three(AnswerCell.NotAvailable) : RateCells.Of(row);

    /// <summary>How much greater a share is, with the interval of the difference (Newcombe), as of different women; hidden when either is.</summary>
    public static IReadOnlyList<AnswerCell> Change(AskedMeasure now, AskedMeasure then, string kind)
    {
        if (Row(now, kind) is not { } a || Row(then, kind) is not { } b) return Three(AnswerCell.NotAvailable);
        if (!now.Figures.Shown.Contains(a) || !then.Figures.Shown.Contains(b)) return Three(AnswerCell.Suppressed);
        return a.Share is { } one && b.Share is { } other && RateDifference.Of(one, other) is { } difference ? RateCells.Of(difference) : Three(AnswerCell.NotAvailable);
    }

    /// <summary>How much more; hidden when either is.</summary>
    public static AnswerCell Change(AnswerCell now, AnswerCell then) => (now.Value, then.Value) switch
    {
        (long a, long b) => AnswerCell.Of(a - b),
        _ => now.Why == WhyNone.Suppressed || then.Why == WhyNone.Suppressed ? AnswerCell.Suppressed : AnswerCell.NotAvailable,
    };

    private static AnswerCell[] Three(AnswerCell cell) => [cell, cell, cell];

    private static MeasureRow? Row(AskedMeasure of, string kind) => of.Figures.Totals.FirstOrDefault(r => r.Kind == kind);
}
