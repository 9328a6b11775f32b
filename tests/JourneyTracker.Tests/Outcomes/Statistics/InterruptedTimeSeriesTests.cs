using JourneyTracker.Outcomes.Statistics.Series;

namespace JourneyTracker.Tests.Outcomes.Statistics;

public sealed class InterruptedTimeSeriesTests
{
    /// <summary>Ten a step up from 100; at step 4 down by 25, and from then on 6 less a step.</summary>
    private static readonly double[] Series = [100, 110, 120, 130, 115, 119, 123, 127];

    [Fact]
    public void A_jump_and_a_bend_are_found_where_nothing_else_varies()
    {
        var fit = InterruptedTimeSeries.Fit(Series, 4);

        new[] { fit.Level, fit.Slope, fit.LevelChange, fit.SlopeChange }.Select(t => Math.Round(t.Estimate, 9)).Should().Equal(100, 10, -25, -6);
        fit.Fitted.Zip(Series).Should().OnlyContain(p => Math.Abs(p.First - p.Second) < 1e-9);
        fit.Without.Select(v => Math.Round(v, 9)).Should().Equal(100, 110, 120, 130, 140, 150, 160, 170);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public void A_line_is_not_drawn_through_two_values(int change) =>
        FluentActions.Invoking(() => InterruptedTimeSeries.Fit(Series, change)).Should().Throw<ArgumentException>();

    [Theory]
    [InlineData(24, 2)]
    [InlineData(48, 3)]
    [InlineData(100, 4)]
    public void The_usual_lag_grows_slowly_with_the_series(int steps, int lag) => InterruptedTimeSeries.UsualLag(steps).Should().Be(lag);
}
