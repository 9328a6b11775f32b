using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Statistics.Survival;

namespace JourneyTracker.Outcomes.Survival;

/// <summary>The curves of all together and of each group that may be shown, on days that may be shown.</summary>
internal static class CurveTable
{
    public static AnswerTable Of(FollowedGroup? whole, IReadOnlyList<FollowedGroup> parts, IReadOnlySet<FollowedGroup> shown, IntervalScale scale, string by, bool showsSmall)
    {
        List<IReadOnlyList<AnswerCell>> rows = [];
        if (whole is not null && shown.Contains(whole)) rows.AddRange(Rows(whole, "All", Days(whole, [whole], [], showsSmall), scale));
        var (open, closed) = (parts.Where(shown.Contains).ToList(), parts.Where(p => !shown.Contains(p)).ToList());
        if (open.Count > 0)
        {
            var days = Days(whole!, open, closed, showsSmall);
            foreach (var part in open) rows.AddRange(Rows(part, GroupNames.Of(by, part.Name), days, scale));
        }

        return new(
            "curve", "Not yet, if nothing else could end it, by days since", [
                new("group", "Group", ColumnKind.Text), new("day", "Days", ColumnKind.Count), new("at_risk", "Still followed", ColumnKind.Count), new("happened", "Happened", ColumnKind.Count), new("not_yet", "Not yet", ColumnKind.Rate),
                new("lower95", "95% interval from", ColumnKind.Rate), new("upper95", "to", ColumnKind.Rate)], rows);
    }

    private static IReadOnlyList<int> Days(FollowedGroup whole, IReadOnlyList<FollowedGroup> open, IReadOnlyList<FollowedGroup> closed, bool showsSmall)
    {
        // What happened, and what else ended it: the two that can be worked out from a curve.
        IReadOnlyList<long> Ends(int day) =>
        [
            .. open.SelectMany(g => new[] { (long)g.Times.Count(t => t.Cause == g.Event && t.Until <= day), g.Times.Count(t => t.Cause != g.Event && t.Until <= day) }),
            closed.Sum(g => g.Times.Count(t => t.Cause == g.Event && t.Until <= day)), closed.Sum(g => g.Times.Count(t => t.Cause != g.Event && t.Until <= day)),
        ];
        return ShownDays.Of(Ends, whole.Times.Max(t => t.Until), showsSmall);
    }

    private static IEnumerable<IReadOnlyList<AnswerCell>> Rows(FollowedGroup group, string name, IReadOnlyList<int> days, IntervalScale scale)
    {
        var curve = KaplanMeierCurve.Of(group.AsSurvival());
        yield return [AnswerCell.Of(name), AnswerCell.Of(0), AnswerCell.Of(group.N), AnswerCell.Of(0), AnswerCell.Of(1.0), AnswerCell.Of(1.0), AnswerCell.Of(1.0)];
        foreach (var day in days)
        {
            // How many are followed after that day: with those to whom it happened, and the others who left, they are all.
            if (curve.At(day) is not { } point) yield break;
            var bounds = point.Interval(scale);
            yield return [AnswerCell.Of(name), AnswerCell.Of(day), AnswerCell.Of(group.Times.Count(t => t.Until > day)), AnswerCell.Of(point.CumulativeEvents), Share(point.Survival), Share(bounds?.Low), Share(bounds?.High)];
        }
    }

    /// <summary>Four digits: more would tell in which order things happened between two days.</summary>
    internal static AnswerCell Share(double? value) => AnswerCell.Of(value is { } share ? Math.Round(share, 4) : null);
}
