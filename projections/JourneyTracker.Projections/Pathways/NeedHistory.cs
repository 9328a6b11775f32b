using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.Pathways;

/// <summary>
/// What was said of one pathway over time. The change is from the first assessment to the one at the end of her support, or without one to the last within
/// twelve months of the first (metrics L05 to L12: own formulation, unverified), and only between assessments of the same tool and version.
/// </summary>
/// <param name="Now">Her latest answer; not asked when there is none. That an assessment left the question out does not undo an answer.</param>
/// <param name="Before">The first assessment with an answer; null when there is none.</param>
/// <param name="After">The later assessment that it is compared with; null when there is none.</param>
/// <param name="Change">What changed.</param>
/// <param name="WhyUnknown">Why the change is not known; null when it is, and for a disclosure.</param>
public sealed record NeedHistory(NeedAnswer Now, NeedPoint? Before, NeedPoint? After, NeedChange Change, NeedChangeUnknown? WhyUnknown)
{
    private const int MonthsOfFollowUp = 12;

    internal static NeedHistory Of(EffectiveJourney journey, string pathway, DateOnly day)
    {
        var points = journey.Facts.Where(f => f.Fact is NeedsAssessed).Select(f => PointOf(f, (NeedsAssessed)f.Fact, pathway)).OfType<NeedPoint>().ToList();
        var now = points.Count == 0 ? NeedAnswer.NotAsked : points[^1].Answer;
        if (NeedsAssessed.Disclosures.Contains(pathway)) return new NeedHistory(now, points.FirstOrDefault(), null, NeedChange.NotMeasured, null);
        if (points.FirstOrDefault(Tells) is not { } before) return Unknown(now, points.FirstOrDefault(), null, NeedChangeUnknown.NoAnswer);
        var later = points.Where(p => p.Day > before.Day && Tells(p)).ToList();
        var until = before.Day.AddMonths(MonthsOfFollowUp);
        var exit = later.FirstOrDefault(p => p.Occasion == AssessmentOccasion.Exit);
        var after = exit ?? later.LastOrDefault(p => p.Day <= until);
        if (exit is null && day < until) return Unknown(now, before, after, NeedChangeUnknown.ClockNotRun);
        if (after is null) return Unknown(now, before, null, NeedChangeUnknown.NoSecondAssessment);
        return ChangeBetween(before, after) is { } change
            ? new NeedHistory(now, before, after, change, null)
            : Unknown(now, before, after, NeedChangeUnknown.NotComparable);
    }

    private static NeedHistory Unknown(NeedAnswer now, NeedPoint? before, NeedPoint? after, NeedChangeUnknown why) => new(now, before, after, NeedChange.Unknown, why);

    private static NeedPoint? PointOf(EffectiveFact fact, NeedsAssessed needs, string pathway)
    {
        var answers = (needs.Pathways ?? []).Concat(needs.SensitivePathways is { IsOpen: true } open ? open.Value : []);
        return answers.FirstOrDefault(a => a.Pathway == pathway && a.Answer != NeedAnswer.NotAsked) is { } said
            ? new NeedPoint(fact.Day, fact.Id, needs.Occasion, Text(needs.Tool), Text(needs.Version), said.Answer, said.Score, needs.HigherScore)
            : null;
    }

    private static string? Text(Protected<string>? text) => text is { IsOpen: true } ? text.Value : null;

    private static bool Tells(NeedPoint point) => point.Answer is NeedAnswer.NoSupportNeeded or NeedAnswer.SupportNeeded or NeedAnswer.UrgentSupportNeeded;

    /// <summary>Null when the two cannot be compared. Scores count where both have one and what a higher one means is known; else her answers.</summary>
    private static NeedChange? ChangeBetween(NeedPoint before, NeedPoint after)
    {
        if (before.Tool is null || before.Version is null || before.Tool != after.Tool || before.Version != after.Version) return null;
        if (before.Score is { } first && after.Score is { } second && before.HigherScore is { } meaning && meaning == after.HigherScore)
            return Of(meaning == ScoreMeaning.MoreSupportNeeded ? second - first : first - second);
        return Of(after.Answer - before.Answer);
    }

    private static NeedChange Of(int moreNeeded) => moreNeeded switch
    {
        0 => NeedChange.Same,
        < 0 => NeedChange.LessSupportNeeded,
        _ => NeedChange.MoreSupportNeeded,
    };
}
