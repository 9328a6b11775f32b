using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Outcomes.Statistics;
using JourneyTracker.Outcomes.Statistics.Proportions;
using JourneyTracker.Outcomes.Statistics.Scores;

namespace JourneyTracker.Tests.Outcomes.Statistics;

public sealed class ScoreTests
{
    [Fact]
    public void The_area_is_how_often_one_to_whom_it_happened_scores_above_one_to_whom_it_did_not() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Outcomes.ToArbitrary(), outcomes =>
        {
            var pairs = from yes in outcomes where yes.Happened from no in outcomes where !no.Happened select yes.Score > no.Score ? 1 : yes.Score < no.Score ? 0 : 0.5;
            return AreaUnderCurve.Of(outcomes) is { } area ? Math.Abs(area.Area - pairs.Average()) < 1e-12 : !pairs.Any();
        }));

    [Fact]
    public void A_score_turned_round_has_the_other_side_of_the_area_and_the_same_error() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Outcomes.ToArbitrary(), outcomes =>
        {
            var (one, other) = (AreaUnderCurve.Of(outcomes), AreaUnderCurve.Of(outcomes.Select(o => o with { Score = -o.Score })));
            return one is null || (Math.Abs(one.Area + other!.Area - 1) < 1e-12 && Math.Abs((one.StandardError ?? 0) - (other.StandardError ?? 0)) < 1e-12);
        }));

    [Fact]
    public void The_interval_stays_within_0_and_1_and_is_unknown_for_one_event()
    {
        AreaUnderCurve.Of([new(1, false), new(2, false), new(2, true), new(4, true)])!.Interval()!.Value.High.Should().Be(1);
        AreaUnderCurve.Of([new(1, false), new(2, false), new(2, true)])!.Interval().Should().BeNull();
        AreaUnderCurve.Of([new(1, false)]).Should().BeNull();
    }

    [Fact]
    public void Calibration_counts_each_woman_in_the_band_of_her_prediction()
    {
        var calibration = Calibration.Of([new(0, false), new(0.1, true), new(0.2, false), new(0.5, true), new(1, true)], [0, 0.1, 0.5, 1]);

        calibration.Bands.Select(b => (b.From, b.To, b.Observed)).Should().Equal((0, 0.1, new(0, 1)), (0.1, 0.5, new Proportion(1, 2)), (0.5, 1, new(2, 2)));
        calibration.Bands[1].MeanPredicted.Should().BeApproximately(0.15, 1e-12);
        calibration.Expected.Should().BeApproximately(1.8, 1e-12);
        calibration.Brier.Should().BeApproximately((0.81 + 0.04 + 0.25) / 5, 1e-12);
    }

    [Fact]
    public void A_band_with_nobody_in_it_predicts_nothing_and_a_score_that_is_no_probability_is_refused()
    {
        Calibration.Of([], [0, 1]).Should().BeEquivalentTo(new { Expected = 0.0, Brier = (double?)null });
        Calibration.Of([], [0, 1]).Bands.Single().MeanPredicted.Should().BeNull();
        FluentActions.Invoking(() => Calibration.Of([new(3, true)], [0, 1])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Calibration.Of([], [0, 0.5])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_median_of_an_even_number_is_the_mean_of_the_middle_two()
    {
        var gaps = new GapCounter();
        foreach (var gap in (long[])[9, 1, 4, 3]) gaps.Add(gap);

        gaps.Summary().Should().Be(new GapSummary(4, 3.5, 4.25, 1, 9));
        new GapCounter().Summary().Should().BeNull();
    }

    private static Gen<ScoredOutcome[]> Outcomes => (from score in Gen.Choose(1, 8) from happened in Gen.Elements(true, false) select new ScoredOutcome(score, happened)).ArrayOf();
}
