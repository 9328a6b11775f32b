using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Tests.Outcomes.Disclosure;

public sealed class SuppressionTests
{
    private static readonly DisclosurePolicy Policy = DisclosurePolicy.Usual;

    [Fact]
    public void A_small_count_is_hidden_with_others_so_that_no_total_gives_it_away()
    {
        // Only 3 is small. Its row, its column and the totals of both would give it away: three more are hidden.
        var table = Tables.Of("a", "b", 3, 3, 20, 30, 40, 8, 60, 70, 80, 90);
        var published = Suppression.Apply(Tables.Of(table), Policy);

        published.Where(c => c.Value.Value is null).Select(c => c.Key).Should().BeEquivalentTo(
            table.Key("a0", "b0"), table.Key("a0", "b1"), table.Key("a1", "b0"), table.Key("a1", "b1"));
        published[table.Key(null, null)].Should().Be(PublishedCount.Shown(401));
    }

    [Fact]
    public void Two_small_counts_that_add_up_to_a_shown_total_need_no_more_when_either_can_be_anything() =>
        Hidden(new CountTables().With(("yes", 4), ("no", 5), ("all", 9)).Summing("all", "yes", "no")).Should().BeEquivalentTo("yes", "no");

    [Fact]
    public void Two_counts_of_1_whose_total_is_small_hide_the_total_too() =>
        Hidden(new CountTables().With(("yes", 1), ("no", 1), ("all", 2)).Summing("all", "yes", "no")).Should().BeEquivalentTo("yes", "no", "all");

    [Fact]
    public void A_rate_close_to_all_is_hidden_with_the_few_to_whom_it_did_not_happen() =>
        Hidden(new CountTables().With(("yes", 98), ("no", 2), ("all", 100)).Summing("all", "yes", "no")).Should().BeEquivalentTo("yes", "no");

    [Fact]
    public void Nothing_is_hidden_where_nothing_is_small_and_zero_is_not_small() => Hidden(Tables.Of(Tables.Of("a", "b", 2, 0, 6, 7, 0))).Should().BeEmpty();

    [Fact]
    public void The_bounds_of_the_linear_programme_are_those_found_by_trying_every_table() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 4), 6).ToArbitrary(), Gen.ArrayOf(Gen.Elements(true, false), 6).ToArbitrary(), (counts, hide) =>
        {
            // Some cells hidden, all totals shown: a cell is then limited by its row and column.
            var table = Tables.Of("a", "b", 3, counts);
            var tables = Tables.Of(table);
            var published = tables.Keys.Index().ToDictionary(k => k.Item, k => k.Index < 6 && hide[k.Index] ? PublishedCount.Suppressed : PublishedCount.Shown(CountOf(table, k.Item)));
            var tried = Attack.TryEveryTable(table, ["a0", "a1"], ["b0", "b1", "b2"], published, 12);
            return Attack.Widths(tables, published).All(w => w.Value == tried[w.Key].High - tried[w.Key].Low);
        }));

    [Fact]
    public void No_hidden_count_of_a_small_table_is_found_by_trying_every_table() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 8), 4).ToArbitrary(), counts =>
        {
            var table = Tables.Of("a", "b", 2, counts);
            var published = Suppression.Apply(Tables.Of(table), Policy);
            var tried = Attack.TryEveryTable(table, ["a0", "a1"], ["b0", "b1"], published, 13);
            return tried.Where(c => published[c.Key].Value is null).All(c => c.Value.High - c.Value.Low >= Policy.Width);
        }));

    [Fact]
    public void No_hidden_count_or_total_of_any_table_can_be_worked_out_and_all_that_is_small_is_hidden() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Tables.Counts(30).ToArbitrary(), counts => Holds(Tables.Of("a", "b", 5, counts))));

    [Fact]
    public void Nor_from_two_tables_that_share_their_totals() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(Gen.ArrayOf(Gen.Zip(Gen.Choose(0, 3), Gen.Zip(Gen.Choose(0, 2), Gen.Choose(0, 3))), 60).ToArbitrary(), women =>
        {
            // Sixty women by a and b, and the same women by a and c: the totals of a are in both.
            var byB = new TwoWayTable("women", "a", "b", women.CountBy(w => ($"a{w.Item1}", $"b{w.Item2.Item1}")).ToDictionary(c => c.Key, c => (long)c.Value));
            var byC = new TwoWayTable("women", "a", "c", women.CountBy(w => ($"a{w.Item1}", $"c{w.Item2.Item2}")).ToDictionary(c => c.Key, c => (long)c.Value));
            return byB.Key("a1", null) == byC.Key("a1", null) && Holds(byB, byC);
        }));

    [Fact]
    public void The_same_counts_are_hidden_every_time() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll(Tables.Counts(12).ToArbitrary(), counts =>
        Hidden(Tables.Of(Tables.Of("a", "b", 4, counts))).SequenceEqual(Hidden(Tables.Of(Tables.Of("a", "b", 4, counts))))));

    [Fact]
    public void The_threshold_can_be_set() =>
        Suppression.Apply(Tables.Of(Tables.Of("a", "b", 2, 12, 60, 7, 9)), new(SmallFrom: 1, SmallTo: 9)).Values.Count(c => c.Value is null).Should().Be(4);

    [Fact]
    public void Figures_made_of_hidden_counts_are_hidden_and_others_are_made_of_what_is_published()
    {
        DerivedFigure.ProportionOf(PublishedCount.Shown(10), PublishedCount.Shown(40))!.Value.Rate.Should().Be(0.25);
        DerivedFigure.ProportionOf(PublishedCount.Rounded(12, 5), PublishedCount.Rounded(41, 5))!.Value.Rate.Should().Be(0.25);
        DerivedFigure.ProportionOf(PublishedCount.Suppressed, PublishedCount.Shown(40)).Should().BeNull();
        DerivedFigure.Of(counts => counts[0] - counts[1], PublishedCount.Shown(9), PublishedCount.Shown(7)).Should().Be(2);
        DerivedFigure.Of(counts => counts[0] - counts[1], PublishedCount.Shown(9), PublishedCount.Suppressed).Should().BeNull();
    }

    [Fact]
    public void Tables_that_contradict_each_other_are_refused()
    {
        var tables = new CountTables().With(("a", 3), ("b", 4), ("all", 7));

        FluentActions.Invoking(() => tables.Add("a", 2)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => tables.Add("c", -1)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => tables.AddSum("all", ["a"])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => tables.AddSum("all", ["a", "nobody"])).Should().Throw<ArgumentException>();
    }

    private static bool Holds(params TwoWayTable[] all)
    {
        var tables = Tables.Of(all);
        var published = Suppression.Apply(tables, Policy);
        return Attack.Widths(tables, published).Values.All(w => w is not { } width || width >= Policy.Width)
            && tables.Keys.All(k => published[k].Value is not { } shown || !Policy.IsSmall(shown));
    }

    private static List<string> Hidden(CountTables tables) => [.. Suppression.Apply(tables, Policy).Where(c => c.Value.Value is null).Select(c => c.Key)];

    private static long CountOf(TwoWayTable table, string key) => table.Counts.Where(c =>
        key == table.Key(c.Key.Row, c.Key.Column) || key == table.Key(c.Key.Row, null) || key == table.Key(null, c.Key.Column) || key == table.Key(null, null)).Sum(c => c.Value);
}

internal static class CountTablesExtensions
{
    public static CountTables With(this CountTables tables, params (string Key, long Count)[] counts)
    {
        foreach (var (key, count) in counts) tables.Add(key, count);
        return tables;
    }

    public static CountTables Summing(this CountTables tables, string total, params string[] parts)
    {
        tables.AddSum(total, parts);
        return tables;
    }
}
