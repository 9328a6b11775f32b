using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Tests.Outcomes.Disclosure;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 5)]
    [InlineData(7, 5)]
    [InlineData(8, 10)]
    [InlineData(403, 405)]
    public void A_count_is_rounded_to_the_nearest_five(long count, long rounded) => PublishedCount.Rounded(count, 5).Should().Be(new PublishedCount(CountStatus.Rounded, rounded));

    [Fact]
    public void Totals_that_would_give_a_rounded_count_away_are_hidden()
    {
        // 3, 3, 3, 3 and 12: shown as 5, 5, 5, 5 and 10, nothing but 3 fits.
        var tables = new CountTables().With(("a", 3), ("b", 3), ("c", 3), ("d", 3), ("all", 12)).Summing("all", "a", "b", "c", "d");
        var published = Rounding.Apply(tables, DisclosurePolicy.Usual);

        published["all"].Should().Be(PublishedCount.Suppressed);
        published["a"].Should().Be(PublishedCount.Rounded(5, 5));
        Attack.Widths(tables, new Dictionary<string, PublishedCount>(published) { ["all"] = PublishedCount.Rounded(12, 5) })["a"].Should().Be(0, "this is the attack");
    }

    [Fact]
    public void No_count_of_any_table_is_left_with_fewer_than_three_values() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Tables.Counts(20).ToArbitrary(), counts =>
        {
            var tables = Tables.Of(Tables.Of("a", "b", 4, counts));
            return Attack.Widths(tables, Rounding.Apply(tables, DisclosurePolicy.Usual)).Values.All(w => w is not { } width || width >= 2);
        }));
}
