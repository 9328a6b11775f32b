using JourneyTracker.Outcomes.Statistics.Survival;

namespace JourneyTracker.Tests.Outcomes.Statistics;

public sealed class CumulativeIncidenceTests
{
    private static readonly CompetingTime[] Four = [new(1, "recall"), new(2, "licence ended"), new(3, null), new(4, "recall")];

    [Fact]
    public void Four_women_by_hand()
    {
        // Recall: 1/4 on day 1; on day 4 the one woman left of the half still free is recalled. Licence ended: 3/4 x 1/3 on day 2.
        var steps = CumulativeIncidence.Of(Four).Steps;

        steps.Select(s => (s.Day, s.AtRisk, s.EventFree)).Should().Equal((1, 4, 0.75), (2, 3, 0.75 * (1 - (1 / 3.0))), (3, 2, 0.75 * (1 - (1 / 3.0))), (4, 1, 0));
        steps[^1].ByCause.Select(c => (c.Cause, c.CumulativeEvents, Math.Round(c.Value, 12))).Should().Equal(("licence ended", 1, 0.25), ("recall", 2, 0.75));
    }

    [Fact]
    public void Treating_the_competing_cause_as_censoring_would_say_too_much()
    {
        var wrong = 1 - KaplanMeierCurve.Of([.. Four.Select(t => new SurvivalTime(t.Until, t.Cause == "recall"))]).Steps[^1].Survival;

        wrong.Should().Be(1);
        CumulativeIncidence.Of(Four).At(4)!.ByCause[1].Value.Should().BeApproximately(0.75, 1e-12);
    }

    [Fact]
    public void Before_the_first_day_nothing_has_happened_and_after_the_last_nothing_is_known()
    {
        var incidence = CumulativeIncidence.Of(Four);

        incidence.At(0).Should().BeEquivalentTo(new { AtRisk = 4, EventFree = 1.0 });
        incidence.At(0)!.ByCause.Should().OnlyContain(c => c.Value == 0);
        incidence.At(5).Should().BeNull();
    }

    [Fact]
    public void A_fixed_window_leaves_out_whoever_could_not_be_followed_for_all_of_it()
    {
        FollowUp[] women = [new(400, 365), new(400, 366), new(365, null), new(364, 10), new(200, null)];

        FixedWindowRate.Of(women, 365).Should().Be(new FixedWindowRate(365, new(1, 3), 2));
    }
}
