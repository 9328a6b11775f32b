using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Law.Records;

/// <summary>Days that move the dates of a sentence, as her facts record them.</summary>
internal static class RecordedDays
{
    /// <summary>
    /// Days recorded for these sentences, or for none in particular while they ran. Those from the first recall on count after release.
    /// Days at large between a recall and her return follow from its own days unless they are recorded; those that begin after her return are further ones.
    /// </summary>
    public static (DayCredits Days, int AddedSince) Of(
        IReadOnlyList<HeldFact> facts, IReadOnlySet<FactId> sentences, (DateOnly From, DateOnly To) term, DateOnly? recalled, DateOnly? returned, int atLargeBeforeReturn)
    {
        var own = facts
            .Where(f => f.Fact is TimeAdjusted a && (a.Sentence is { } sentence ? sentences.Contains(sentence) : f.Day >= term.From && f.Day <= term.To))
            .Select(f => (Fact: (TimeAdjusted)f.Fact, IsAfter: f.Day >= recalled, IsOnRecall: f.Day > returned))
            .ToList();
        int Sum(TimeAdjustment kind, bool after) => own.Where(a => a.Fact.Kind == kind && a.IsAfter == after).Sum(a => a.Fact.Days);
        int Both(TimeAdjustment kind) => Sum(kind, after: false) + Sum(kind, after: true);
        int Added(bool after) => Math.Max(0, Sum(TimeAdjustment.AdditionalDaysAwarded, after) - Sum(TimeAdjustment.AdditionalDaysRestored, after));
        var onRecall = own.Where(a => a.Fact.Kind == TimeAdjustment.UnlawfullyAtLarge && a.IsOnRecall).Sum(a => a.Fact.Days);
        var beforeReturn = Sum(TimeAdjustment.UnlawfullyAtLarge, after: true) - onRecall;
        return (
            new DayCredits(
                Both(TimeAdjustment.Remand), Both(TimeAdjustment.TaggedBail), Added(after: false),
                Sum(TimeAdjustment.UnlawfullyAtLarge, after: false), (beforeReturn > 0 ? beforeReturn : atLargeBeforeReturn) + onRecall, onRecall),
            Added(after: true));
    }
}
