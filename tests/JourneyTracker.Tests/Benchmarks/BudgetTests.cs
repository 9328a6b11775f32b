using System.Text.Json;
using JourneyTracker.Benchmarks.Harness;

namespace JourneyTracker.Tests.Benchmarks;

public class BudgetTests
{
    [Theory]
    [InlineData(90, 100, true)]
    [InlineData(89, 100, false)]
    public void A_rate_is_held_to_its_share_of_the_bare_work(double ours, double bare, bool met) =>
        Of(ours, bare, Budget.RatioAtLeast(0.9)).Met.Should().Be(met);

    [Theory]
    [InlineData(200, 100, true)]
    [InlineData(201, 100, false)]
    public void A_time_is_held_to_its_multiple_of_the_bare_work(double ours, double bare, bool met) =>
        Of(ours, bare, Budget.RatioAtMost(2)).Met.Should().Be(met);

    [Fact]
    public void A_ratio_without_a_baseline_is_a_missed_budget() => Of(100, null, Budget.RatioAtLeast(0.9)).Met.Should().BeFalse();

    [Fact]
    public void A_measurement_without_a_budget_neither_meets_nor_misses()
    {
        Of(1, 1, null).Met.Should().BeNull();
        Report(Of(1, 1, null)).WithinBudget.Should().BeTrue();
    }

    [Fact]
    public void One_missed_budget_is_said_for_the_whole()
    {
        var report = Report(Of(10, null, Budget.AtMost(10)), Of(9, null, Budget.AtLeast(10)));
        report.WithinBudget.Should().BeFalse();
        using var document = new StringWriter();
        report.WriteDocument(document);
        var root = JsonDocument.Parse(document.ToString()).RootElement;
        root.GetProperty("withinBudget").GetBoolean().Should().BeFalse();
        root.GetProperty("measurements").EnumerateArray().Select(m => m.GetProperty("met").GetBoolean()).Should().Equal(true, false);
    }

    [Fact]
    public void A_quantile_is_the_nearest_rank()
    {
        var values = Enumerable.Range(1, 100).Select(i => (double)i).Reverse().ToList();
        Statistics.Median(values).Should().Be(50);
        Statistics.Quantile(values, 0.99).Should().Be(99);
        Statistics.Quantile([7], 0.01).Should().Be(7);
    }

    [Fact]
    public async Task Turns_change_who_goes_first()
    {
        var order = new List<char>();
        await Statistics.InterleaveAsync(2, () => Went('o'), () => Went('b'));
        order.Should().Equal('o', 'b', 'b', 'o');

        Task<double> Went(char who)
        {
            order.Add(who);
            return Task.FromResult(0.0);
        }
    }

    private static Measurement Of(double ours, double? bare, Budget? budget) => new("something", "facts/s", ours, bare, budget);

    private static Report Report(params Measurement[] measured) =>
        new(measured, new Machine("", "", 2, 0, "", "", new Dictionary<string, string>(), "", ""), DateTimeOffset.UnixEpoch);
}
