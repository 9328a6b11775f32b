using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Statistics.Survival;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>The day by which it had happened to a share of women. Beyond few women either side of it, it is one woman's own day and is hidden.</summary>
internal static class QuantileCells
{
    public static AnswerCell Of(KaplanMeierCurve curve, double share, bool showsSmall)
    {
        var fewest = Math.Min(share, 1 - share) * curve.N;
        return showsSmall || fewest > DisclosurePolicy.Usual.SmallTo ? AnswerCell.Of(curve.Quantile(share)) : AnswerCell.Suppressed;
    }
}
