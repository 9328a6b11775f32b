using JourneyTracker.Outcomes.Statistics;
using JourneyTracker.Outcomes.Statistics.Matching;
using JourneyTracker.Outcomes.Statistics.Means;
using JourneyTracker.Outcomes.Statistics.Proportions;
using JourneyTracker.Outcomes.Statistics.Scores;
using JourneyTracker.Outcomes.Statistics.Series;
using Xunit.Abstractions;

namespace JourneyTracker.Tests.Outcomes.R;

/// <summary>R's prop.test, pROC, sandwich and MatchIt on the same simulated data.</summary>
public sealed class ComparisonsAgreeWithRTests(ITestOutputHelper output)
{
    private readonly Beside beside = new();

    [Fact]
    public void Wilson_intervals_are_those_of_prop_test()
    {
        foreach (var row in RTable.Read("wilson")) Interval(new Proportion(row.Whole("events"), row.Whole("n")).Wilson(), row, "", $"{row["events"]} of {row["n"]}");
        output.WriteLine(beside.ToString());
    }

    [Fact]
    public void Differences_and_ratios_are_those_worked_out_in_R()
    {
        foreach (var row in RTable.Read("two_proportions"))
        {
            var (one, other, what) = (new Proportion(row.Whole("x1"), row.Whole("n1")), new Proportion(row.Whole("x0"), row.Whole("n0")), $"{row["x1"]}/{row["n1"]} and {row["x0"]}/{row["n0"]}");
            var (difference, ratio) = (RateDifference.Of(one, other), RelativeRateIndex.Of(one, other));
            beside.Figure(difference?.Value, row.Number("difference"), what);
            Interval(difference?.Interval, row, "difference_", what);
            beside.Figure(ratio.Value, row.Number("ratio"), what);
            Interval(ratio.Interval, row, "ratio_", what);
        }

        output.WriteLine(beside.ToString());
    }

    [Fact]
    public void The_area_under_the_curve_and_its_interval_are_those_of_pROC()
    {
        var row = RTable.Read("area_under_curve").Single();
        var area = AreaUnderCurve.Of(RTable.Read("scores").Select(s => new ScoredOutcome(s.Whole("score"), s["happened"] == "1")))!;
        beside.Figure(area.Area, row.Number("area"), "area");
        beside.Figure(area.StandardError, row.Number("std_err"), "standard error");
        Interval(area.Interval(), row, "", "interval");
        output.WriteLine(beside.ToString());
    }

    [Fact]
    public void Segmented_regression_is_that_of_lm_with_the_errors_of_sandwich()
    {
        double[] series = [.. RTable.Read("series").Select(r => r.Number("value")!.Value)];
        foreach (var row in RTable.Read("segmented_regression"))
        {
            var fit = InterruptedTimeSeries.Fit(series, 30, row.Whole("lag"));
            var (term, what) = (row["term"] switch { "level" => fit.Level, "slope" => fit.Slope, "level change" => fit.LevelChange, _ => fit.SlopeChange }, $"{row["term"]}, lag {row["lag"]}");
            beside.Figure(term.Estimate, row.Number("estimate"), what);
            beside.Figure(term.StandardError, row.Number("std_err"), what);
            beside.Figure(term.P, row.Number("p"), what);
            Interval(term.Interval, row, "", what);
        }

        output.WriteLine(beside.ToString());
    }

    [Theory]
    [InlineData("any", null)]
    [InlineData("caliper", 0.4)]
    public void Pairs_are_those_of_MatchIt_and_balance_is_that_worked_out_in_R(string name, double? caliper)
    {
        var women = RTable.Read("matching").Select(r => new MatchCandidate(r["key"], r["treated"] == "1", [r["area"]], [r.Whole("age"), r.Whole("priors")])).ToList();
        var matching = NearestNeighbourMatching.Of(women, ["area"], ["age", "priors"], caliper);
        var pairs = RTable.Read("pairs_" + name);
        matching.Pairs.Select(p => (p.Treated, p.Control)).Should().Equal(pairs.Where(p => p["control"].Length > 0).Select(p => (p["treated"], p["control"])));
        matching.Unmatched.Should().Equal(pairs.Where(p => p["control"].Length == 0).Select(p => p["treated"]));
        foreach (var (ours, theirs) in matching.Balance.Zip(RTable.Read("balance_" + name)))
        {
            ours.Covariate.Should().Be(theirs["covariate"]);
            beside.Figure(ours.Before, theirs.Number("before"), ours.Covariate);
            beside.Figure(ours.After, theirs.Number("after"), ours.Covariate);
        }

        output.WriteLine(beside.ToString());
    }

    [Fact]
    public void The_mean_of_differences_within_pairs_and_its_interval_are_those_of_t_test()
    {
        var row = RTable.Read("paired_mean").Single();
        var mean = PairedMean.Of([.. RTable.Read("paired").Select(r => r.Number("met")!.Value - r.Number("not_met")!.Value)])!;
        beside.Figure(mean.Value, row.Number("mean"), "mean");
        Interval(mean.Interval, row, "", "interval");
        output.WriteLine(beside.ToString());
    }

    private void Interval(Interval? ours, RRow row, string prefix, string what)
    {
        beside.Figure(ours?.Low, row.Number(prefix + "low"), what);
        beside.Figure(ours?.High, row.Number(prefix + "high"), what);
    }
}
