using JourneyTracker.Outcomes.Statistics.Survival;

namespace JourneyTracker.Tests.Outcomes.Statistics;

/// <summary>Weeks in remission on 6-MP and on placebo: Freireich and others 1963, as worked in Kleinbaum and Klein, Survival Analysis, chapter 2, and in Cox and Oakes.</summary>
public sealed class KaplanMeierTests
{
    internal static readonly SurvivalTime[] Treated =
    [
        .. At(true, 6, 6, 6, 7, 10, 13, 16, 22, 23), .. At(false, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
    ];

    internal static readonly SurvivalTime[] Placebo = [.. At(true, 1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)];

    [Fact]
    public void The_curve_of_the_6_MP_group_is_that_of_the_textbook()
    {
        var curve = KaplanMeierCurve.Of(Treated);

        curve.Steps.Where(s => s.Events > 0).Select(s => (s.Day, s.AtRisk, s.Events, Math.Round(s.Survival, 4), Math.Round(s.StandardError!.Value, 4))).Should().Equal(
            (6, 21, 3, 0.8571, 0.0764), (7, 17, 1, 0.8067, 0.0869), (10, 15, 1, 0.7529, 0.0963), (13, 12, 1, 0.6902, 0.1068),
            (16, 11, 1, 0.6275, 0.1141), (22, 7, 1, 0.5378, 0.1282), (23, 6, 1, 0.4482, 0.1346));
        (curve.N, curve.Events, curve.Quantile(0.5)).Should().Be((21, 9, 23));
    }

    [Fact]
    public void The_log_rank_test_of_both_groups_is_that_of_the_textbook()
    {
        var test = LogRankTest.Of([("6-MP", Treated), ("placebo", Placebo)]);

        test.Groups.Select(g => (g.Observed, Math.Round(g.Expected, 2))).Should().Equal((9, 19.25), (21, 10.75));
        (Math.Round(test.ChiSquare, 2), test.Degrees).Should().Be((16.79, 1));
        test.P.Should().BeInRange(0.00004, 0.00005);
    }

    [Fact]
    public void After_the_last_day_of_follow_up_nothing_is_known_unless_it_is_carried_forward()
    {
        var curve = KaplanMeierCurve.Of(Treated);

        curve.At(35)!.AtRisk.Should().Be(1);
        curve.At(36).Should().BeNull();
        curve.At(36, carryForward: true).Should().BeEquivalentTo(new { AtRisk = 0, CumulativeEvents = 9, curve.Steps[^1].Survival });
    }

    [Fact]
    public void Before_anybody_s_follow_up_ended_the_interval_is_exactly_one()
    {
        var curve = KaplanMeierCurve.Of([new(5, false), new(10, true), new(20, true)]);

        curve.At(3)!.Interval(IntervalScale.LogLog).Should().Be(new JourneyTracker.Outcomes.Statistics.Interval(1, 1));
        curve.At(5)!.Interval(IntervalScale.LogLog).Should().BeNull("R says NA once somebody is censored");
        curve.At(20)!.Interval(IntervalScale.Log).Should().BeNull("nobody is left");
    }

    [Fact]
    public void A_woman_who_enters_late_is_at_risk_after_that_day_and_not_on_it()
    {
        var curve = KaplanMeierCurve.Of([new(5, true), new(9, true, From: 5), new(12, false, From: 4)]);

        curve.Steps.Select(s => (s.Day, s.AtRisk)).Should().Equal((5, 2), (9, 2), (12, 1));
    }

    [Fact]
    public void Day_0_counts_and_follow_up_without_a_day_is_refused()
    {
        KaplanMeierCurve.Of([new(0, true), new(3, false)]).At(0)!.Survival.Should().Be(0.5);
        FluentActions.Invoking(() => KaplanMeierCurve.Of([new(5, true, From: 5)])).Should().Throw<ArgumentException>();
        KaplanMeierCurve.Of([]).At(0).Should().BeNull();
    }

    [Fact]
    public void A_log_rank_test_needs_two_groups_in_which_something_could_happen()
    {
        var test = LogRankTest.Of([("one", [new(3, true), new(4, true)]), ("left before", [new(1, false)])]);

        (test.ChiSquare, test.Degrees, test.P).Should().Be((0, 0, null));
        LogRankTest.Of([("one", [new(23, true)]), ("other", [new(23, true)])]).P.Should().BeNull("it happened to everybody on one day: nothing could vary");
    }

    private static IEnumerable<SurvivalTime> At(bool happened, params int[] weeks) => weeks.Select(w => new SurvivalTime(w, happened));
}
