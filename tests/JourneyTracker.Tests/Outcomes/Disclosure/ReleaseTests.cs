using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Tests.Outcomes.Disclosure;

/// <summary>Two exports that differ by one woman.</summary>
public sealed class ReleaseTests
{
    private static readonly DisclosurePolicy Policy = DisclosurePolicy.Usual;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_export_with_one_woman_more_is_held_back_and_the_earlier_one_stands(bool round)
    {
        // 37 in every cell and then 38 in one: without the rule the difference is she, and rounding shows it as 35 and 40.
        var first = Next(Women(37, 37, 37, 37), [], round);
        var second = Next(Women(38, 37, 37, 37), [first], round);

        second.Should().BeSameAs(first);
    }

    [Fact]
    public void So_is_one_where_a_single_woman_moved_between_cells_or_another_took_her_place()
    {
        var women = Women(37, 37, 37, 37);
        var first = Next(women, []);

        Next(new Dictionary<string, string>(women) { ["a0b0-0"] = Table(women).Key("a1", "b1") }, [first]).Should().BeSameAs(first);
        Next(women.Where(w => w.Key != "a0b0-0").Append(new("new", women["a0b0-0"])).ToDictionary(), [first]).Should().BeSameAs(first);
    }

    [Fact]
    public void When_more_have_joined_it_is_released_without_the_counts_that_changed_by_a_few()
    {
        var first = Next(Women(37, 37, 37, 37), []);
        var second = Next(Women(38, 44, 37, 37), [first]);

        second.Should().NotBeSameAs(first);
        second.Counts[Key("a0", "b0")].Should().Be(PublishedCount.Suppressed, "one woman stands between 37 and 38");
        second.Counts[Key(null, null)].Should().Be(PublishedCount.Shown(156), "eight stand between the totals");
        second.Counts[Key("a1", "b0")].Should().Be(PublishedCount.Shown(37));
    }

    [Fact]
    public void What_was_hidden_and_has_not_changed_stays_hidden()
    {
        var first = Next(Women(3, 20, 8, 40), []);
        var hidden = first.Counts.Where(c => c.Value.Value is null).Select(c => c.Key).ToList();
        // Everybody in the cell that was small moves away: it is 0 now, and what protected it could be shown by itself.
        var second = Next(Women(0, 20, 8, 52), [first]);

        hidden.Should().Contain(Key("a0", "b1"));
        second.Counts[Key("a0", "b1")].Should().Be(PublishedCount.Suppressed, "shown now it would give away the 3 of before");
    }

    [Fact]
    public void Every_earlier_release_is_looked_at_whatever_came_between()
    {
        var first = Next(Women(37, 37, 37, 37), []);
        var second = Next(Women(37, 37, 60, 60), [first]);

        Next(Women(38, 37, 37, 37), [first, second]).Should().BeSameAs(first);
    }

    [Fact]
    public void The_women_placed_must_be_those_counted() => FluentActions.Invoking(() =>
        ReleaseRule.Next(Tables.Of(Table(Women(9, 9, 9, 9))), Women(9, 9, 9, 8), [], Policy)).Should().Throw<ArgumentException>();

    [Fact]
    public void No_woman_who_joins_alone_can_be_told_from_two_exports() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Tables.Counts(4).Where(c => c.Sum() > 0).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (counts, joins) =>
        {
            var first = Next(Women(counts), []);
            counts[joins]++;
            return Next(Women(counts), [first]).Counts.All(c => first.Counts[c.Key] == c.Value);
        }));

    private static Release Next(IReadOnlyDictionary<string, string> women, IReadOnlyList<Release> earlier, bool round = false) =>
        ReleaseRule.Next(Tables.Of(Table(women)), women, earlier, Policy, round)!;

    private static string Key(string? row, string? column) => new TwoWayTable("women", "a", "b", new Dictionary<(string, string), long>()).Key(row, column);

    private static Dictionary<string, string> Women(params int[] counts) => counts.Index().SelectMany(c => Enumerable.Range(0, c.Item)
        .Select(i => (Name: $"a{c.Index / 2}b{c.Index % 2}-{i}", Cell: Key($"a{c.Index / 2}", $"b{c.Index % 2}")))).ToDictionary(w => w.Name, w => w.Cell);

    private static TwoWayTable Table(IReadOnlyDictionary<string, string> women) => new("women", "a", "b",
        (from row in new[] { "a0", "a1" } from column in new[] { "b0", "b1" } select (row, column)).ToDictionary(c => c, c => (long)women.Values.Count(v => v == Key(c.row, c.column))));
}
