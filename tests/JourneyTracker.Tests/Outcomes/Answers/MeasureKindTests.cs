using System.Text.RegularExpressions;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Tests.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Answers;

public sealed class MeasureKindTests : IDisposable
{
    private readonly MeasureStore store = MeasureStore.Of([.. Enumerable.Range(0, 40).Select(Woman)]);

    public void Dispose() => store.Dispose();

    [Fact]
    public void A_measure_is_answered_with_its_definition_its_values_and_all_that_it_was_worked_out_from()
    {
        var answer = store.Ask("measure", ("id", "M02"), ("from", "2026-01-01"), ("to", "2026-06-30"));

        answer.Values.Should().Contain("known-until", "2026-08-31").And.NotContainKey("by");
        (answer.Quote.Name, answer.Quote.Version, answer.Quote.Position, answer.Quote.Partnership).Should().Be(("M02", 1, 40L, "north"));
        answer.Quote.InWords.Should().MatchRegex("; law [0-9a-f]{12}$");
        answer.Definition.Wording.Should().Contain("women arrested");
        answer.Notes.Should().ContainSingle(n => n.About == NoteAbout.Source);
        var table = answer.Tables.Should().ContainSingle().Subject;
        table.Rows.Should().ContainSingle().Which.Select(c => c.ToString()).Should().Equal("arrests", "40", "40", "0");
    }

    [Fact]
    public void A_breakdown_hides_what_is_small_and_one_more_and_never_takes_back_the_whole()
    {
        var table = store.Ask("measure", ("from", "2026-01-01"), ("to", "2026-06-30"), ("by", "ethnicity")).Table("figures");

        table.Rows.Select(r => string.Join(' ', r.Take(3))).Should().Equal("arrests All 40", "arrests Asian [c]", "arrests Black [c]", "arrests White 28");
    }

    [Fact]
    public void Few_of_whom_it_is_not_known_stand_beside_no_line_that_is_published_of_resolutions()
    {
        static A[] Some(int women, Fact fact) => [.. Enumerable.Range(0, women).Select(_ => A.Journey().With(new JourneyOpened(OpenedBy.Hand) { HappenedOn = A.Day("2025-12-01") }, fact))];
        using var few = MeasureStore.Of([
            .. Some(10, new CommunityResolution { HappenedOn = A.Day("2026-02-01") }), .. Some(10, new Cautioned { HappenedOn = A.Day("2026-02-01") }), .. Some(20, new ProsecutionStarted(ProsecutionForm.Charge) { HappenedOn = A.Day("2026-02-01") }),
            .. Some(3, new ConditionallyCautioned([new(CautionConditionKind.Rehabilitative)], A.Day("2026-05-01")) { HappenedOn = A.Day("2026-02-01") }), .. Some(2, new Cautioned { HappenedOn = HappenedOn.Parse("../2026-02-01", null) })]);

        var table = few.AskPublished("measure", ("id", "M04"), ("from", "2026-01-01"), ("to", "2026-03-31")).Table("figures");

        var at = table.Columns.Select(c => c.Name).ToList();
        table.Rows.Should().Contain(r => r[at.IndexOf("x")].Why == null, "else nothing is asked here");
        table.Rows.Select(r => r[at.IndexOf("missing")].ToString()).Should().OnlyContain(m => m == "[c]");
    }

    [Fact]
    public void Whoever_holds_the_store_may_see_small_counts() =>
        store.Ask("measure", showsSmall: true, ("from", "2026-01-01"), ("to", "2026-06-30"), ("by", "ethnicity")).Table("figures").Rows.Select(r => r[2].ToString()).Should().Equal("40", "3", "9", "28");

    [Fact]
    public void The_period_is_the_twelve_whole_months_before_the_store_was_built_when_none_is_said() =>
        store.Ask("measure").Values.Should().Contain("from", "2025-09-01").And.Contain("to", "2026-08-31");

    [Theory]
    [InlineData("from", "yesterday", "from \"yesterday\" is no day: write it as 2026-03-01.")]
    [InlineData("to", "2020-01-01", "The period ends on 2020-01-01, before it begins on 2025-09-01: say a later last day (to).")]
    [InlineData("by", "age", "by \"age\" is none of: area, ethnicity, type.")]
    [InlineData("id", "M99", "There is no measure M99: ./journey outcomes measures and docs/measures.md list them.")]
    [InlineData("colour", "red", "measure has no parameter colour; it has: id, from, to, known-until, by, reference, small.")]
    public void A_value_that_cannot_be_used_is_refused_with_its_name_and_what_would_do(string name, string value, string sentence) =>
        store.Invoking(s => s.Ask("measure", (name, value))).Should().Throw<QuestionException>().WithMessage(sentence).Which.Parameter.Should().Be(name);

    [Fact]
    public void Where_nothing_can_be_said_the_answer_says_so_and_what_would_do()
    {
        using var few = MeasureStore.Of([.. Enumerable.Range(28, 4).Select(Woman)]);
        using var even = MeasureStore.Of([.. Enumerable.Range(28, 6).Select(Woman)]);
        IEnumerable<string> Limits(MeasureStore of) => of.Ask("measure", ("by", "ethnicity")).Notes.Where(n => n.About == NoteAbout.Limit).Select(n => n.Text);

        Limits(few).Should().Contain(HiddenWords.NoGroup).And.Contain(HiddenWords.Nothing);
        Limits(even).Should().Contain(HiddenWords.NoGroup).And.NotContain(HiddenWords.Nothing);
        Limits(store).Should().NotContain([HiddenWords.NoGroup, HiddenWords.Nothing]);
    }

    [Fact]
    public void She_goes_through_a_gate_on_the_day_she_came_to_it_or_later_and_not_before()
    {
        static A Woman(string arrested, string prosecuted) => A.Journey().With(new Arrested { HappenedOn = A.Day(arrested) }, new ProsecutionStarted(ProsecutionForm.Charge) { HappenedOn = A.Day(prosecuted) });
        using var gates = MeasureStore.Of(Woman("2026-05-05", "2026-05-04"), Woman("2026-05-05", "2026-05-05"), Woman("2026-05-05", "2026-05-06"), Woman("2026-05-05", "2026-07-01"));

        var rows = gates.Ask("disproportionality", showsSmall: true, ("from", "2026-04-01"), ("to", "2026-06-30")).Table("gates");
        rows.Rows.Where(r => r[1].ToString() == "All").Single(r => r[0].ToString()!.StartsWith("Prosecuted", StringComparison.Ordinal)).Skip(2).Take(2).Select(c => c.ToString()).Should().Equal("4", "2");
    }

    [Fact]
    public void A_measure_without_an_answer_says_why_and_is_never_zero()
    {
        var answer = store.Ask("measure", ("id", "B12"));

        (answer.Tables.Count, answer.Notes.Single().About).Should().Be((0, NoteAbout.Unknown));
    }

    private static A Woman(int i) => A.Journey().With(
        new CharacteristicsRecorded(Ethnicity: i < 28 ? "W1" : i < 31 ? "A1" : "B1") { HappenedOn = A.Day("2026-01-01") }, new Arrested { HappenedOn = A.Day("2026-02-02") });

    [Fact]
    public void A_number_is_said_in_the_same_digits_everywhere_and_what_is_nearly_nothing_is_not_said_to_be_nothing()
    {
        (AnswerCell.Of(0.1234).InWords(Column(ColumnKind.Rate)), AnswerCell.Of(1234.5678).InWords(Column(ColumnKind.Number)), AnswerCell.Of(1234).InWords(Column(ColumnKind.Count))).Should().Be(("12.3%", "1,234.568", "1,234"));
        (AnswerCell.Of(0.0004).InWords(Column(ColumnKind.Number)), AnswerCell.Of(0.0).InWords(Column(ColumnKind.Number)), AnswerCell.Suppressed.InWords(Column(ColumnKind.Rate))).Should().Be(("<0.001", "0", "[c]"));
    }

    [Theory]
    [InlineData("SSO", "Suspended sentence order")]
    [InlineData("ANY", "Any out-of-court resolution")]
    [InlineData("NOT_CONVICTED", "Not convicted")]
    [InlineData("requirements: UPW", "requirements: Unpaid work requirement")]
    [InlineData("under 6 months", "under 6 months")]
    public void What_is_counted_is_read_by_its_name_and_kept_in_files_by_its_code(string kind, string words)
    {
        AnswerCell.Of(kind).InWords(new AnswerColumn("kind", "Counted", ColumnKind.Text)).Should().Be(words);
        AnswerCell.Of(kind).InWords(Column(ColumnKind.Text)).Should().Be(kind);
        AnswerCell.Of(kind).ToString().Should().Be(kind);
    }

    [Fact]
    public void No_measure_s_row_is_read_as_a_code()
    {
        var codes = MeasureList.All.Where(m => m.State == MeasureState.Answered).SelectMany(m => Regex.Matches(MeasureList.Find(m.Id)!.Question(new(A.Day("2026-01-01"), A.Day("2026-03-31"), A.Day("2026-06-30"))).Sql, @"unnest\(\[([^\]]*)\]\) as kind").SelectMany(k => Regex.Matches(k.Groups[1].Value, "'([^']*)'").Select(c => c.Groups[1].Value))).Distinct().ToList();

        codes.Should().HaveCountGreaterThan(10).And.OnlyContain(c => !Regex.IsMatch(KindNames.Of(c), "^[A-Z_]{2,}$"));
    }

    private static AnswerColumn Column(ColumnKind kind) => new("figure", "Figure", kind);
}
