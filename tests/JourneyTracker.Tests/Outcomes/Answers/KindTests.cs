using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Tests.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Answers;

/// <summary>Each kind of question, of a few women whose answer can be counted by hand; small numbers are shown.</summary>
public sealed class KindTests : IDisposable
{
    private static readonly (string, string)[] Spring = [("from", "2026-03-01"), ("to", "2026-05-31"), ("known-until", "2026-08-31")];

    private readonly MeasureStore store = MeasureStore.Of(
        A.Journey().With(
            new CharacteristicsRecorded(Ethnicity: "W1", Area: "E23000029") { HappenedOn = A.Day("2026-03-01") },
            new Arrested { HappenedOn = HappenedOn.Parse("2026-03-05T09:00", null) },
            new LiaisonAndDiversionScreened(YesNoAnswer.Yes, ScreeningOutcome.Referred) { HappenedOn = HappenedOn.Parse("2026-03-05T11:00", null) },
            new Referred(Route: ReferralRoute.Police) { HappenedOn = HappenedOn.Parse("2026-03-06T10:00", null) },
            new NeedsAssessed(Pathways: [new PathwayAnswer("ACCOM", NeedAnswer.SupportNeeded), new PathwayAnswer("FINANCE", NeedAnswer.NotAsked)]) { HappenedOn = A.Day("2026-03-07") },
            new FirstContact { HappenedOn = A.Day("2026-03-13") },
            new NoFurtherAction { HappenedOn = A.Day("2026-03-20") }),
        A.Journey().With(
            new CharacteristicsRecorded(Ethnicity: "B1", Area: "E23000029") { HappenedOn = A.Day("2026-03-01") },
            new Arrested { HappenedOn = HappenedOn.Parse("2026-03-05T09:00", null) },
            new LiaisonAndDiversionScreened(YesNoAnswer.Yes, ScreeningOutcome.Referred) { HappenedOn = HappenedOn.Parse("2026-03-05T11:00", null) },
            new Referred(Route: ReferralRoute.Police) { HappenedOn = HappenedOn.Parse("2026-03-06T12:00", null) },
            new NeedsAssessed(Pathways: [new PathwayAnswer("ACCOM", NeedAnswer.UrgentSupportNeeded)]) { HappenedOn = A.Day("2026-03-20") },
            new ProsecutionStarted(ProsecutionForm.Charge) { HappenedOn = A.Day("2026-03-25") },
            new Sentenced("IMMEDIATE_CUSTODY", Term.Parse("P6M", null)) { HappenedOn = A.Day("2026-04-01") },
            new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-04-01") },
            new Released(ReleaseKind.OnLicence, A.Day("2026-09-30")) { HappenedOn = A.Day("2026-05-10") },
            new Recalled("FTR_28") { HappenedOn = A.Day("2026-06-09") }),
        A.Journey().With(
            new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2026-02-01") },
            new Released(ReleaseKind.OnLicence, A.Day("2026-07-01")) { HappenedOn = A.Day("2026-05-02") },
            new Died { HappenedOn = A.Day("2026-05-22") }));

    public void Dispose() => store.Dispose();

    [Fact]
    public void Flows_count_steps_and_women_and_what_leaves_and_comes_into_each_stage()
    {
        Rows("flows", "flows").Should().Contain(["In custody (sentenced) > On licence: 2, 2", "Under investigation > Before the court: 1, 1", "Under investigation > No current justice involvement: 1, 1"]);
        Rows("flows", "stages").Should().Contain(["On licence > 1, 2", "Under investigation > 2, 2"]);
    }

    [Fact]
    public void The_law_s_steps_after_the_last_day_of_which_all_is_known_are_left_out() =>
        Answer("flows", "flows", ("to", "2026-12-31"), ("known-until", "2026-05-05")).Should().Contain("In custody (sentenced) > On licence: 1, 1").And.NotContain(r => r.StartsWith("On licence"));

    [Fact]
    public void The_map_says_what_follows_what_and_after_how_many_days()
    {
        Rows("map", "pairs").Should().Contain("In custody (sentenced) > On licence: 1, 1, 39");
        Answer("map", "pairs", ("log", "records")).Should().Contain("Arrested > Liaison and diversion screening: 2, 2, 0");
    }

    [Fact]
    public void Ways_are_told_apart_by_what_happened_in_the_period() => Rows("variants", "variants").Should().Contain(r => r.StartsWith("No current justice involvement > Under investigation > No current justice involvement > 3, 1"));

    [Fact]
    public void A_stated_pathway_is_judged_by_the_clock_where_the_time_is_known() => Rows("conformance", "steps").Should().Equal(
        "Arrested > 2, 2, 0, 0, 0, 0, 1",
        "Liaison and diversion screening > 2, 2, 0, 0, 0, 0, 1",
        "Referred > 2, 1, 1, 0, 0, 0, 0.5",
        "First contact > 2, 1, 0, 0, 0, 1, 0.5",
        "The whole pathway > 2, 1, [z], [z], 0, 1, 0.5");

    [Fact]
    public void Women_in_custody_are_counted_at_the_end_of_each_month_and_by_day_when_asked()
    {
        Rows("population", "population").Should().Equal("2026-03-31 > 1, 0, 1, 0, 0, 0, 0", "2026-04-30 > 2, 0, 2, 0, 0, 0, 0", "2026-05-31 > 0, 0, 0, 0, 0, 0, 0");
        Answer("population", "population", ("every", "day"), ("from", "2026-05-09"), ("to", "2026-05-10")).Should().Equal("2026-05-09 > 1, 0, 1, 0, 0, 0, 0", "2026-05-10 > 0, 0, 0, 0, 0, 0, 0");
        store.Invoking(s => s.Ask("population", ("every", "day"), ("from", "2024-01-01"), ("to", "2026-05-10"))).Should().Throw<QuestionException>().WithMessage("*366 days*");
    }

    [Fact]
    public void Time_in_a_stage_has_its_middle_with_those_who_are_in_it_still_and_who_died_as_censored() =>
        Rows("stages", "stages").Should().Contain("On licence > 2, 2, 1, 1, 30, 30, 30").And.Contain("In custody (sentenced) > 1, 1, 1, 0, 39, 39, 39");

    [Fact]
    public void Time_to_a_recall_has_what_else_came_first_as_competing()
    {
        Rows("survival", "groups").Should().Equal("All > 2, 1, 30, 30");
        Rows("survival", "incidence").Should().Contain("Death > 30, 1, 0.5, 0.125, 1").And.Contain("Recall > 30, 1, 0.5, 0.125, 1");
    }

    [Fact]
    public void Gates_compare_with_the_reference_and_say_what_the_store_does_not_hold()
    {
        Rows("disproportionality", "gates").Should().Contain("Prosecuted, of women arrested > Black: 1, 1, 1, 0.2065, 1, [x], [x], [x]").And.Contain("Prosecuted, of women arrested > White: 1, 0, 0, 0, 0.7935, 1, [x], [x]");
        Rows("disproportionality", "gates").Should().Contain(r => r.StartsWith("Arrested > All: 2, [x]"));
        Answer("disproportionality", "not_held", ("by", "disability")).Should().Contain("Disability > [x], Her answer is sealed, as health.");
        store.Invoking(s => s.Ask("disproportionality", ("by", "shoe size"))).Should().Throw<QuestionException>();
    }

    [Fact]
    public void A_need_is_unmet_when_no_service_has_met_her_since_she_said_so()
    {
        Rows("needs", "needs").Should().Contain(r => r.StartsWith("Accommodation > 2, 1, 0, 0.5")).And.Contain(r => r.StartsWith("Finance, benefits and debt > 0, 0, 1"));
        Answer("needs", "needs", ("by", "area")).Should().Contain(r => r.StartsWith("Accommodation > Thames Valley: 2, 1"));
    }

    [Fact]
    public void All_measures_in_one_statement_are_each_measure_by_itself()
    {
        var all = store.Ask("measures", showsSmall: true, Spring).Table("measures");
        foreach (var one in all.Rows.Where(r => r[2].Value is not null).GroupBy(r => r[0].ToString()))
        {
            var alone = store.Ask("measure", showsSmall: true, [("id", one.Key), .. Spring]).Table("figures");
            one.Select(r => (r[2], Number(all, r, "n"), Number(all, r, "x"))).Should().Equal(alone.Rows.Select(r => (r[0], Number(alone, r, "n"), Number(alone, r, "x"))), one.Key);
        }

        static string Number(AnswerTable table, IReadOnlyList<AnswerCell> row, string column) => table.Columns.Any(c => c.Name == column) ? row[table[column]].ToString() : "[z]";
    }

    [Fact]
    public void A_need_that_was_met_stays_met_when_she_is_asked_again_and_begins_anew_after_she_said_that_there_was_none()
    {
        NeedsAssessed Said(string day, NeedAnswer answer) => new(Pathways: [new PathwayAnswer("ACCOM", answer)]) { HappenedOn = A.Day(day) };
        using var asked = MeasureStore.Of(
            A.Journey().With(Said("2026-03-01", NeedAnswer.SupportNeeded), new FirstContact { HappenedOn = A.Day("2026-03-05") }, Said("2026-04-01", NeedAnswer.UrgentSupportNeeded)),
            A.Journey().With(Said("2026-03-01", NeedAnswer.SupportNeeded), new FirstContact { HappenedOn = A.Day("2026-03-05") }, Said("2026-03-20", NeedAnswer.NoSupportNeeded), Said("2026-04-01", NeedAnswer.SupportNeeded)));

        var needs = asked.Ask("needs", showsSmall: true, Spring).Tables[0];
        needs.Rows.Should().ContainSingle().Which.Skip(1).Take(2).Select(c => c.ToString()).Should().Equal("2", "1");
    }

    [Fact]
    public void A_quantile_beyond_few_women_is_hidden()
    {
        using var thirteen = MeasureStore.Of([.. Enumerable.Range(0, 13).Select(i => A.Journey().With(new Arrested { HappenedOn = A.Day("2026-03-05") }, new NoFurtherAction { HappenedOn = A.Day($"2026-03-{6 + i:00}") }))]);

        var stages = thirteen.Ask("stages", Spring).Tables[0];
        stages.Rows.Single(r => r[0].ToString() == "Under investigation").Skip(5).Select(c => c.ToString()).Should().Equal("[c]", "7", "[c]");
    }

    [Fact]
    public void Nothing_of_one_or_two_women_is_in_an_answer()
    {
        foreach (var kind in OutcomeKinds.All)
            foreach (var table in store.Ask(kind.Name, [.. Spring.Append(("change", "2026-04-01")).Where(s => kind.Parameters.Any(p => p.Name == s.Item1))]).Tables)
                table.Rows.SelectMany(r => r.Zip(table.Columns)).Where(c => c.Second.Kind == ColumnKind.Count && c.Second.Name is not ("day" or "steps") && c.First.Value is long and not 0).Should().BeEmpty($"{kind.Name} {table.Name}");
    }

    private List<string> Rows(string kind, string table) => Answer(kind, table);

    private List<string> Answer(string kind, string table, params (string Name, string Value)[] said)
    {
        var found = store.Ask(kind, showsSmall: true, [.. Spring.ExceptBy(said.Select(s => s.Name), s => s.Item1), .. said]).Table(table);
        return [.. found.Rows.Select(r =>
        {
            var names = r.Zip(found.Columns).TakeWhile(c => c.Second.Kind is ColumnKind.Text or ColumnKind.Day).Select(c => c.First.ToString()).ToList();
            var figures = r.Skip(names.Count).Select(c => c.Value is double number ? AnswerCell.Of(Math.Round(number, 4)).ToString() : c.ToString());
            return $"{string.Join(" > ", names)}{(names.Count > 1 ? ":" : " >")} {string.Join(", ", figures)}";
        })];
    }
}
