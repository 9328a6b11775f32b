using JourneyTracker.Outcomes.Statistics.Survival;
using Xunit.Abstractions;

namespace JourneyTracker.Tests.Outcomes.R;

/// <summary>R's survival package on the same simulated follow-up.</summary>
public sealed class SurvivalAgreesWithRTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<RRow> Women = RTable.Read("follow_up");

    [Fact]
    public void Kaplan_Meier_with_and_without_delayed_entry_is_that_of_survfit()
    {
        var beside = new Beside();
        foreach (var row in RTable.Read("kaplan_meier"))
        {
            var (group, what) = (row["set"].Split(' ')[0], $"{row["set"]}, day {row["day"]}, {row["scale"]}");
            var curve = KaplanMeierCurve.Of(Times(group, row["set"].EndsWith(" delayed", StringComparison.Ordinal)));
            var point = curve.At(row.Whole("day"))!;
            var interval = point.Interval(ScaleOf(row));
            point.AtRisk.Should().Be(row.Whole("at_risk"), what);
            beside.Figure(point.Survival, row.Number("survival"), what);
            beside.Figure(point.StandardError, row.Number("std_err"), what);
            beside.Figure(interval?.Low, row.Number("low"), what);
            beside.Figure(interval?.High, row.Number("high"), what);
        }

        output.WriteLine(beside.ToString());
    }

    [Fact]
    public void Quantiles_are_those_of_survfit_also_where_the_curve_runs_level()
    {
        var level = KaplanMeierCurve.Of([new(10, true), new(20, true), new(35, true), new(60, false)]);
        foreach (var row in RTable.Read("quantiles"))
        {
            var curve = row["set"] == "level" ? level : KaplanMeierCurve.Of(Times(row["set"], false));
            curve.Quantile(row.Number("share")!.Value).Should().Be(row.Number("day"), $"{row["set"]} {row["share"]}");
        }
    }

    [Fact]
    public void The_log_rank_test_is_that_of_survdiff()
    {
        var (beside, rows) = (new Beside(), RTable.Read("log_rank"));
        var test = LogRankTest.Of([.. rows.Select(r => (r["group"], Times(r["group"], false)))]);
        beside.Figure(test.ChiSquare, rows[0].Number("chisq"), "chi-square");
        beside.Figure(test.P, rows[0].Number("p"), "p");
        test.Degrees.Should().Be(2);
        foreach (var (ours, theirs) in test.Groups.Zip(rows))
        {
            (ours.N, ours.Observed).Should().Be((theirs.Whole("n"), theirs.Whole("observed")));
            beside.Figure(ours.Expected, theirs.Number("expected"), ours.Name);
        }

        output.WriteLine(beside.ToString());
    }

    [Fact]
    public void Cumulative_incidence_is_that_of_survfit_and_its_errors_too_where_nobody_enters_late()
    {
        var beside = new Beside();
        foreach (var row in RTable.Read("cumulative_incidence"))
        {
            var (late, what) = (row["set"] == "delayed", $"{row["set"]}, {row["cause"]}, day {row["day"]}, {row["scale"]}");
            var step = CumulativeIncidence.Of([.. Women.Select(w => new CompetingTime(w.Whole("until"), w["cause"] is "" ? null : w["cause"], late ? Entry(w) : null))]).At(row.Whole("day"))!;
            var incidence = step.ByCause.Single(c => c.Cause == row["cause"]);
            beside.Figure(step.EventFree, row.Number("event_free"), what);
            beside.Figure(incidence.Value, row.Number("incidence"), what);
            if (late || row.Number("incidence") == 0) continue;
            beside.Figure(incidence.StandardError, row.Number("std_err"), what);
            beside.Figure(incidence.Interval(ScaleOf(row))?.Low, row.Number("low"), what);
            beside.Figure(incidence.Interval(ScaleOf(row))?.High, row.Number("high"), what);
        }

        output.WriteLine(beside.ToString());
    }

    private static IReadOnlyCollection<SurvivalTime> Times(string group, bool late) =>
        [.. Women.Where(w => group == "ALL" || w["group"] == group).Select(w => new SurvivalTime(w.Whole("until"), w["cause"] == "recall", late ? Entry(w) : null))];

    private static int? Entry(RRow woman) => woman.Number("from") is { } from ? (int)from : null;

    private static IntervalScale ScaleOf(RRow row) => row["scale"] == "log" ? IntervalScale.Log : IntervalScale.LogLog;
}
