using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Tests.Outcomes.Measures;

namespace JourneyTracker.Tests.Outcomes.Costs;

/// <summary>A mean times the number of women is a count: what few women could be worked out from is hidden, and with it what is made of it.</summary>
public sealed class CostsHiddenTests
{
    [Theory]
    [InlineData(3, 1, 8, "three women of the one group were arrested")]
    [InlineData(17, 1, 8, "three were not")]
    [InlineData(7, 1, 3, "three of the other were")]
    public void An_item_of_few_women_is_hidden_and_so_is_all_that_is_made_of_it(int met, int each, int notMet, string because)
    {
        using var store = MatchedPairs.Store(i => (i < met ? each : 0, 6 + (i % 2)), i => i >= 20 - notMet ? 1 : 0);
        IsHidden(store, because);
    }

    [Fact]
    public void Who_had_more_than_one_could_be_worked_out_from_a_mean_where_few_had()
    {
        using var store = MatchedPairs.Store(i => (i == 0 ? 2 : i < 8 ? 1 : 0, 6 + (i % 2)), i => i >= 12 ? 1 : 0);
        IsHidden(store, "nine arrests of eight women, one of whom was arrested twice");
    }

    [Fact]
    public void An_interval_tells_in_how_many_pairs_which_of_the_two_had_more()
    {
        using var store = MatchedPairs.Store(i => (i < 10 ? 1 : 0, 6 + (i % 2)), i => i < 7 ? 1 : 0);
        IsHidden(store, "in three pairs she alone was arrested");
    }

    [Fact]
    public void Few_pairs_are_hidden_whole()
    {
        using var store = MatchedPairs.Store(_ => (1, 6), _ => 1, pairs: 5);
        store.Imported = new([], MatchedPairs.MadeUp);

        var answer = store.Ask("costs", MatchedPairs.Period);

        answer.Table("items").Rows.SelectMany(r => r.Skip(3)).Should().OnlyContain(c => c.Value == null);
        answer.Table("net").Rows.SelectMany(r => r.Skip(1)).Should().OnlyContain(c => c.Why == WhyNone.Suppressed);
        answer.Table("balance").Rows.SelectMany(r => r.Skip(1)).Should().OnlyContain(c => c.Why == WhyNone.Suppressed);
    }

    [Fact]
    public void Nothing_is_hidden_from_whoever_holds_the_store()
    {
        using var store = MatchedPairs.Store(i => (i < 3 ? 1 : 0, 6), _ => 0);
        store.Imported = new([], MatchedPairs.MadeUp);

        store.Ask("costs", showsSmall: true, MatchedPairs.Period).Tables.Should().OnlyContain(t => !t.HasHidden);
    }

    private static void IsHidden(MeasureStore store, string because)
    {
        store.Imported = new([], MatchedPairs.MadeUp);
        var answer = store.Ask("costs", MatchedPairs.Period);

        answer.Table("items").Rows.Single(r => r[0].ToString() == "Arrest").Skip(3).Should().OnlyContain(c => c.Why == WhyNone.Suppressed, because);
        answer.Table("items").Rows.Single(r => r[0].ToString() == "Session kept with a service").Skip(3).Should().OnlyContain(c => c.Value != null);
        answer.Table("values").Rows.Single(r => r[0].ToString() == "Arrest").Skip(2).Should().OnlyContain(c => c.Why == WhyNone.Suppressed);
        answer.Table("net").Rows.SelectMany(r => r.Skip(1)).Should().OnlyContain(c => c.Why == WhyNone.Suppressed, "the hidden item is what is saved");
        answer.Tables.Select(t => t.Name).Should().NotContain("sensitivity").And.NotContain("break_even");
        answer.Notes.Should().Contain(n => n.About == NoteAbout.Hidden && n.Text.Contains("Arrest"));
    }
}
