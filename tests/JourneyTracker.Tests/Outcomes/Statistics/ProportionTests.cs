using JourneyTracker.Outcomes.Statistics.Proportions;

namespace JourneyTracker.Tests.Outcomes.Statistics;

public sealed class ProportionTests
{
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    [InlineData(29, 29, 0.8830, 1.0000)]
    public void Wilson_intervals_are_those_of_Newcombe_1998_table_I(long events, long n, double low, double high)
    {
        var interval = new Proportion(events, n).Wilson()!.Value;

        (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)).Should().Be((low, high));
    }

    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    public void Differences_are_those_of_Newcombe_1998_method_10(long x1, long n1, long x0, long n0, double low, double high)
    {
        var interval = RateDifference.Of(new(x1, n1), new(x0, n0))!.Interval;

        (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)).Should().Be((low, high));
    }

    [Fact]
    public void A_relative_rate_index_is_worked_out_on_the_log_scale()
    {
        // 20 of 100 against 10 of 100: ln 2 = 0.6931, standard error sqrt(0.8/20 + 0.9/10) = 0.3606, so exp(0.6931 ± 0.7067).
        var index = RelativeRateIndex.Of(new(20, 100), new(10, 100));

        index.Value.Should().Be(2);
        index.Interval!.Value.Low.Should().BeApproximately(0.98655, 0.00005);
        index.Interval.Value.High.Should().BeApproximately(4.05454, 0.0005);
    }

    [Theory]
    [InlineData(0, 10, 5, 10, 0.0)]
    [InlineData(5, 10, 0, 10, null)]
    [InlineData(0, 0, 5, 10, null)]
    public void A_relative_rate_index_has_no_interval_when_a_count_is_zero(long x1, long n1, long x0, long n0, double? ratio)
    {
        var index = RelativeRateIndex.Of(new(x1, n1), new(x0, n0));

        index.Should().Be(new RelativeRateIndex(ratio, null));
    }

    [Fact]
    public void Nothing_of_nobody_is_unknown_and_more_than_all_is_refused()
    {
        new Proportion(0, 0).Rate.Should().BeNull();
        new Proportion(0, 0).Wilson().Should().BeNull();
        RateDifference.Of(new(0, 0), new(1, 2)).Should().BeNull();
        FluentActions.Invoking(() => new Proportion(3, 2)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
