using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Costs;
using JourneyTracker.Tests.Outcomes.Measures;

namespace JourneyTracker.Tests.Outcomes.Costs;

/// <summary>
/// Of 20 pairs six of the women whom a service met were arrested once, and twelve of the others twice; the first ten came to four sessions and the next ten to eight. Worked out by hand: arrests differ by -18 / 20,
/// sessions by 120 / 20; t with 19 degrees of freedom is 2.093024.
/// </summary>
public sealed class CostsKindTests : IDisposable
{
    private readonly MeasureStore store = MatchedPairs.Store(i => (i < 6 ? 1 : 0, i < 10 ? 4 : 8), i => i < 8 ? 0 : 2);

    public void Dispose() => store.Dispose();

    [Fact]
    public void Each_item_has_its_mean_in_both_groups_and_the_difference_with_its_interval_within_pairs()
    {
        var items = Ask(MatchedPairs.MadeUp).Table("items");

        Row(items, "Arrest").Should().Equal("justice", "arrest", "20", "0.3", "1.2", "-0.9", "-1.5601", "-0.2399");
        Row(items, "Session kept with a service").Should().Equal("support", "session", "20", "6", "0", "6", "5.0397", "6.9603");
        Row(items, "Night in custody on sentence").Should().Equal("justice", "night", "20", "0", "0", "0", "[x]", "[x]");
        Row(items, "Prosecution").Should().Equal(["justice", "prosecution", .. Enumerable.Repeat("[x]", 6)], "nobody recorded one, which is not none");
    }

    [Fact]
    public void What_was_spent_and_saved_and_their_balance_stand_at_low_central_and_high_unit_costs()
    {
        var answer = Ask(MatchedPairs.MadeUp);

        answer.Table("values").Rows.Select(r => string.Join(' ', r)).Should().Equal("Session kept with a service spent 30 60 120", "Arrest saved 90 180 360");
        var net = answer.Table("net");
        Row(net, "Spent on support").Should().Equal("30", "60", "120", "50.4", "69.6");
        Row(net, "Saved of justice").Should().Equal("90", "180", "360", "47.97", "312.03");
        Row(net, "Saved less spent").Should().Equal("60", "120", "240", "-4.47", "244.47");
        Row(net, "Saved less spent, of 100 women").Should().Equal("6000", "12000", "24000", "-447.5", "24447.5");
        Row(net, "Saved for each pound spent").Should().Equal("3", "3", "3", "[z]", "[z]");
    }

    [Fact]
    public void One_at_a_time_each_unit_cost_and_each_difference_moves_the_net_the_furthest_first_and_support_may_cost_what_is_saved()
    {
        var answer = Ask(MatchedPairs.MadeUp);

        answer.Table("sensitivity").Rows.Select(r => string.Join(' ', r.Take(1).Concat(r.TakeLast(3)))).Should().Equal(
            "Arrest: unit cost 30 300 270", "Arrest: difference 252.03 -12.03 264.05",
            "Session kept with a service: unit cost 150 60 90", "Session kept with a service: difference 129.6 110.4 19.21");
        answer.Table("break_even").Rows.Select(r => string.Join(' ', r)).Should().Equal("All support woman 90 180 360", "Session kept with a service session 15 30 60");
    }

    [Fact]
    public void Unit_costs_stand_in_the_answer_with_their_source_and_an_item_without_one_is_in_no_sum()
    {
        var answer = Ask(MatchedPairs.MadeUp);

        answer.Table("unit_costs").Rows[0].Select(c => c.ToString()).Should().Equal("session", "session", "5", "10", "20", "2024-25", "Made up", "", "assumed");
        answer.Table("unit_costs").IsImported.Should().BeTrue();
        answer.Notes.Should().Contain(n => n.Text.StartsWith("Not in the sums, because it has no unit cost: Referral to a service, ") && !n.Text.Contains("Arrest,"));
        answer.Notes.Should().Contain(n => n.Text.Contains("no proof")).And.Contain(n => n.Text.Contains("no cash released")).And.Contain(n => n.Text.Contains("prices of 2024-25"));
    }

    [Fact]
    public void Without_unit_costs_nothing_is_said_of_money_and_without_those_of_one_side_nothing_of_both()
    {
        var none = Ask();
        none.Tables.Select(t => t.Name).Should().Equal("items", "balance");
        none.Notes.Should().Contain(n => n.About == NoteAbout.Unknown && n.Text.Contains("no unit costs were taken in"));

        var justice = Ask(MatchedPairs.MadeUp[0]);
        justice.Table("net").Rows.Select(r => r[2].ToString()).Should().Equal("[x]", "180", "[x]", "[x]", "[x]");
        justice.Notes.Should().Contain(n => n.About == NoteAbout.Unknown && n.Text.Contains("nothing of support has a unit cost"));

        var unfed = Ask([.. MatchedPairs.MadeUp, new("recall", 1, 1, 1, "2024-25", "Made up", "", "assumed")]);
        unfed.Table("net").Rows.Should().OnlyContain(r => r.Skip(1).All(c => c.Why == WhyNone.NotAvailable));
    }

    [Fact]
    public void A_cost_of_another_price_changes_what_the_answer_quotes_and_a_kept_answer_gives_back_those_it_was_worked_out_with()
    {
        var kept = KeptAnswer.Parse(System.Text.Json.JsonSerializer.Serialize(Ask(MatchedPairs.MadeUp), Cli.Shell.JsonForms.Answer));

        var again = Ask([.. UnitCostTable.In(kept)]);
        again.Quote.Hash.Should().Be(kept.Quote.Hash);
        Rerun.Of(kept, KeptAnswer.Parse(System.Text.Json.JsonSerializer.Serialize(again, Cli.Shell.JsonForms.Answer))).Should().BeEquivalentTo(new { IsSame = true, NotCompared = new[] { "unit_costs" } });
        Ask(MatchedPairs.MadeUp[0] with { Central = 201 }, MatchedPairs.MadeUp[1]).Quote.Hash.Should().NotBe(kept.Quote.Hash);
    }

    private OutcomeAnswer Ask(params UnitCost[] costs)
    {
        store.Imported = new([], costs);
        return store.Ask("costs", MatchedPairs.Period);
    }

    private static IEnumerable<string> Row(AnswerTable table, string name) =>
        table.Rows.Single(r => r[0].ToString() == name).Skip(1).Select(c => c.Value is double number ? AnswerCell.Of(Math.Round(number, 4)).ToString() : c.ToString());
}
