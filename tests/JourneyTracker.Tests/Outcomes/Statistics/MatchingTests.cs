using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Outcomes.Statistics.Matching;

namespace JourneyTracker.Tests.Outcomes.Statistics;

public sealed class MatchingTests
{
    private static readonly MatchCandidate[] Women =
    [
        new("T1", true, ["north"], [30]), new("T2", true, ["north"], [31]), new("T3", true, ["south"], [50]),
        new("C1", false, ["north"], [31]), new("C2", false, ["north"], [29]), new("C3", false, ["south"], [20]), new("C4", false, ["north"], [50]),
    ];

    [Fact]
    public void Each_takes_the_nearest_that_is_free_and_of_equals_the_first_by_key() =>
        Match(null).Pairs.Select(p => (p.Treated, p.Control)).Should().Equal(("T1", "C1"), ("T2", "C2"), ("T3", "C3"));

    [Fact]
    public void Beyond_the_caliper_she_stays_unmatched()
    {
        var matching = Match(0.5);

        matching.Pairs.Select(p => p.Treated).Should().Equal("T1", "T2");
        matching.Unmatched.Should().Equal("T3");
    }

    [Fact]
    public void Balance_is_told_before_and_after_with_the_same_divisor()
    {
        // Ages of T: 30, 31, 50 (mean 37, variance 127); of C: 31, 29, 20, 50 (mean 32.5, variance 159); sqrt((127 + 159) / 2) = 11.958.
        var age = Match(0.5).Balance.Single(b => b.Covariate == "age");

        age.Before.Should().BeApproximately((37 - 32.5) / Math.Sqrt(143), 1e-12);
        age.After.Should().BeApproximately((30.5 - 30) / Math.Sqrt(143), 1e-12);
        Match(0.5).Balance.Select(b => b.Covariate).Should().Equal("area: north", "area: south", "age");
    }

    [Fact]
    public void The_order_in_which_women_are_given_changes_nothing() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Pools.ToArbitrary(), pool =>
        NearestNeighbourMatching.Of(pool, ["area"], ["age", "priors"], 1).Pairs.SequenceEqual(NearestNeighbourMatching.Of([.. pool.Reverse()], ["area"], ["age", "priors"], 1).Pairs)));

    [Fact]
    public void Nobody_is_used_twice_and_every_pair_is_the_same_in_what_must_be_the_same() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Pools.ToArbitrary(), pool =>
    {
        var (matching, by) = (NearestNeighbourMatching.Of(pool, ["area"], ["age", "priors"], 1), pool.ToDictionary(c => c.Key));
        return matching.Pairs.SelectMany(p => new[] { p.Treated, p.Control }).Concat(matching.Unmatched).Distinct().Count() == (2 * matching.Pairs.Count) + matching.Unmatched.Count
            && matching.Pairs.All(p => p.Distance <= 1 && by[p.Treated].Treated && !by[p.Control].Treated && by[p.Treated].Exact[0] == by[p.Control].Exact[0])
            && matching.Pairs.Count + matching.Unmatched.Count == pool.Count(c => c.Treated);
    }));

    [Fact]
    public void A_candidate_without_a_value_or_a_key_of_her_own_is_refused()
    {
        FluentActions.Invoking(() => NearestNeighbourMatching.Of([new("A", true, [], [double.NaN])], [], ["age"], null)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => NearestNeighbourMatching.Of([new("A", true, [], []), new("A", false, [], [])], [], [], null)).Should().Throw<ArgumentException>();
    }

    private static NearestNeighbourMatching Match(double? caliper) => NearestNeighbourMatching.Of(Women, ["area"], ["age"], caliper);

    private static Gen<MatchCandidate[]> Pools =>
        (from treated in Gen.Elements(true, false, false)
         from area in Gen.Elements("north", "south")
         from age in Gen.Choose(18, 60)
         from priors in Gen.Choose(0, 5)
         select (treated, area, age, priors)).ArrayOf().Select(w => w.Select((c, i) => new MatchCandidate($"W{i:000}", c.treated, [c.area], [c.age, c.priors])).ToArray());
}
