using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Outcomes.Statistics.Survival;

namespace JourneyTracker.Tests.Outcomes.Statistics;

public sealed class SurvivalProperties
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Without_censoring_Kaplan_Meier_is_the_share_to_whom_it_has_not_happened() => Check.One(Config, Prop.ForAll(Times.ToArbitrary(), times =>
    {
        var curve = KaplanMeierCurve.Of([.. times.Select(t => new SurvivalTime(t.Until, true))]);
        return curve.Steps.All(s => Near(s.Survival, times.Count(t => t.Until > s.Day) / (double)times.Length));
    }));

    [Fact]
    public void The_incidences_and_the_event_free_share_always_make_one() => Check.One(Config, Prop.ForAll(Times.ToArbitrary(), times =>
        CumulativeIncidence.Of(times).Steps.All(s => Near(s.EventFree + s.ByCause.Sum(c => c.Value), 1))));

    [Fact]
    public void The_event_free_share_is_Kaplan_Meier_for_any_cause_with_Greenwood_s_error() => Check.One(Config, Prop.ForAll(Times.ToArbitrary(), times =>
    {
        var curve = KaplanMeierCurve.Of([.. times.Select(t => new SurvivalTime(t.Until, t.Cause is not null, t.From))]);
        return CumulativeIncidence.Of(times).Steps.Zip(curve.Steps).All(s =>
            s.First.AtRisk == s.Second.AtRisk && Near(s.First.EventFree, s.Second.Survival) && (s.Second.StandardError is null || SameError(s.First.EventFreeStandardError, s.Second.StandardError.Value)));
    }));

    [Fact]
    public void With_one_cause_its_incidence_has_the_error_of_the_survival() => Check.One(Config, Prop.ForAll(Times.ToArbitrary(), times =>
        CumulativeIncidence.Of([.. times.Select(t => t with { Cause = t.Cause is null ? null : "any" })]).Steps.All(s =>
            s.ByCause.All(c => Near(c.Value, 1 - s.EventFree) && SameError(c.StandardError, s.EventFreeStandardError)))));

    [Fact]
    public void Those_at_risk_are_those_counted_one_by_one() => Check.One(Config, Prop.ForAll(Times.ToArbitrary(), times =>
        CumulativeIncidence.Of(times).Steps.All(s => s.AtRisk == times.Count(t => (t.From ?? -1) < s.Day && s.Day <= t.Until))));

    [Fact]
    public void The_order_of_the_women_and_of_the_groups_does_not_matter_to_the_log_rank_test() => Check.One(Config, Prop.ForAll(Times.ToArbitrary(), Times.ToArbitrary(), (one, other) =>
    {
        SurvivalTime[] a = [.. one.Select(t => new SurvivalTime(t.Until, t.Cause is not null))], b = [.. other.Select(t => new SurvivalTime(t.Until, t.Cause is not null))];
        var (there, back) = (LogRankTest.Of([("a", a), ("b", b)]), LogRankTest.Of([("b", [.. b.Reverse()]), ("a", [.. a.Reverse()])]));
        return Near(there.ChiSquare, back.ChiSquare) && Near(there.Groups.Sum(g => g.Expected), there.Groups.Sum(g => g.Observed));
    }));

    private static Gen<CompetingTime[]> Times =>
        (from until in Gen.Choose(0, 40)
         from cause in Gen.Elements("recall", "licence ended", null)
         from late in Gen.Choose(0, 3)
         from entry in Gen.Choose(0, 39)
         select new CompetingTime(until, cause, late == 0 && entry < until ? entry : null)).NonEmptyListOf().Select(l => l.ToArray());

    // Of an error near 0 only the square is exact to the last digits.
    private static bool SameError(double one, double other) => Near(one * one, other * other);

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-9;
}
