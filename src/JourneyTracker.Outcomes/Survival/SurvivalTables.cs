using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Statistics.Survival;

namespace JourneyTracker.Outcomes.Survival;

/// <summary>The tables beside the curves.</summary>
internal static class SurvivalTables
{
    private static readonly Dictionary<string, string> Causes = new()
    {
        ["recall"] = "Recall",
        ["arrest"] = "Arrest",
        ["custody"] = "Reception into custody",
        ["conviction"] = "Conviction",
        ["contact"] = "First contact",
        ["remand"] = "Remand",
        ["licence-end"] = "End of licence",
        ["death"] = "Death",
        ["left-area"] = "Left the area",
        ["other"] = "Anything else",
    };

    public static AnswerTable Groups(IReadOnlyList<FollowedGroup> all, IReadOnlySet<FollowedGroup> shown, string by, bool showsSmall) => new(
        "groups", "Women followed", [
            new("group", "Group", ColumnKind.Text), new("women", "Women", ColumnKind.Count), new("happened", "Happened", ColumnKind.Count), new("quarter", "Days until it had happened to a quarter", ColumnKind.Number), new("median", "To half", ColumnKind.Number)],
        [.. all.Select((g, i) => Row(g, i == 0 ? "All" : GroupNames.Of(by, g.Name), shown.Contains(g), showsSmall))]);

    /// <summary>By what it was that came first: with those to whom nothing has come yet, the shares make one.</summary>
    public static AnswerTable Incidence(FollowedGroup whole, IntervalScale scale, bool showsSmall)
    {
        var incidence = CumulativeIncidence.Of(whole.Times);
        var days = ShownDays.Of(d => [.. whole.Ends(d, [.. incidence.Causes, null])], whole.Times.Max(t => t.Until), showsSmall);
        return new(
            "incidence", "What came first, by days since", [
                new("cause", "What", ColumnKind.Text), new("day", "Days", ColumnKind.Count), new("happened", "Women", ColumnKind.Count), new("share", "Share", ColumnKind.Rate), new("lower95", "95% interval from", ColumnKind.Rate), new("upper95", "to", ColumnKind.Rate)],
            [.. from day in days where incidence.At(day) is not null from cause in incidence.At(day)!.ByCause select Row(cause, day, scale)]);
    }

    public static AnswerTable LogRank(LogRankTest test) => new(
        "log_rank", "Do the groups differ by more than chance? (log-rank test)", [new("chi_square", "Chi-square", ColumnKind.Number), new("degrees", "Degrees of freedom", ColumnKind.Count), new("p", "p", ColumnKind.Number)],
        [[AnswerCell.Of(Round(test.ChiSquare)), AnswerCell.Of(test.Degrees), AnswerCell.Of(test.P is { } p ? Round(p) : null)]]);

    private static IReadOnlyList<AnswerCell> Row(FollowedGroup group, string name, bool isShown, bool showsSmall)
    {
        if (!isShown) return [AnswerCell.Of(name), .. Enumerable.Repeat(AnswerCell.Suppressed, 4)];
        var curve = KaplanMeierCurve.Of(group.AsSurvival());
        return [AnswerCell.Of(name), AnswerCell.Of(curve.N), AnswerCell.Of(curve.Events), QuantileCells.Of(curve, 0.25, showsSmall), QuantileCells.Of(curve, 0.5, showsSmall)];
    }

    private static IReadOnlyList<AnswerCell> Row(Incidence cause, int day, IntervalScale scale)
    {
        var bounds = cause.Interval(scale);
        return [AnswerCell.Of(Causes[cause.Cause]), AnswerCell.Of(day), AnswerCell.Of(cause.CumulativeEvents), CurveTable.Share(cause.Value), CurveTable.Share(bounds?.Low), CurveTable.Share(bounds?.High)];
    }

    private static double Round(double value) => Math.Round(value, 4);
}
