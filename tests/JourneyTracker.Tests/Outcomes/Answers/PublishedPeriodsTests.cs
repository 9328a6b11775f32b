using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Tests.Outcomes.Answers;

/// <summary>About which periods figures leave to who is no evaluator.</summary>
public sealed class PublishedPeriodsTests
{
    private static readonly OutcomeKind Measure = OutcomeKinds.Named("measure");

    [Theory]
    [InlineData(PublishedLength.Quarter, "2026-04-01", "2026-06-30", "April to June 2026", 20)]
    [InlineData(PublishedLength.HalfYear, "2026-01-01", "2026-06-30", "January to June 2026", 10)]
    [InlineData(PublishedLength.Year, "2025-01-01", "2025-12-31", "January to December 2025", 5)]
    public void The_last_that_was_over_is_taken_when_none_is_said(PublishedLength length, string from, string to, string words, int offered)
    {
        var periods = Built(2026, 9, 1, length);

        Days(periods.Of(Measure, Said())).Should().Be((from, to, "2026-08-31"));
        periods.Last.InWords.Should().Be(words);
        periods.Offered.Should().HaveCount(offered).And.OnlyHaveUniqueItems().And.OnlyContain(p => periods.Has(p));
        periods.Offered.Zip(periods.Offered.Skip(1)).Should().OnlyContain(p => p.Second.To.AddDays(1) == p.First.From, "none overlaps another and none is missing between them");
    }

    [Theory]
    [InlineData(22, "2026-01-01")]
    [InlineData(23, "2026-04-01")]
    public void A_quarter_is_published_once_all_is_known_until_28_days_after_it_in_London(int hour, string from) =>
        // 23:30 UTC on 28 July is 29 July in London.
        Days(new PublishedPeriods(Generation(new(2026, 7, 28, hour, 30, 0, TimeSpan.Zero), PublishedLength.Quarter)).Of(Measure, Said())).From.Should().Be(from);

    [Theory]
    [InlineData("2026-01-01", "2026-03-31")]
    [InlineData("2019-10-01", "2019-12-31")]
    [InlineData("2026-01-01", null)]
    [InlineData(null, "2026-03-31")]
    [InlineData(" 2026-01-01 ", "")]
    public void A_whole_one_that_is_over_can_be_said_and_half_of_it_completes_itself(string? from, string? to)
    {
        var (first, last, _) = Days(Built(2026, 9, 1).Of(Measure, Said(("from", from), ("to", to))));

        (first, last).Should().Be(from == "2019-10-01" ? ("2019-10-01", "2019-12-31") : ("2026-01-01", "2026-03-31"));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-06-30", "to")]
    [InlineData("2026-01-02", "2026-03-31", "from")]
    [InlineData("2026-01-01", "2026-03-30", "to")]
    [InlineData("2026-02-01", "2026-02-28", "from")]
    [InlineData("2026-02-01", null, "from")]
    [InlineData("2026-07-01", "2026-09-30", "from")]
    [InlineData("2199-10-01", "2199-12-31", "from")]
    [InlineData("1900-01-01", "2199-12-31", "to")]
    public void Any_other_is_refused_with_the_nearest(string from, string? to, string where)
    {
        var refused = Refusal(Said(("from", from), ("to", to)));

        refused.Parameter.Should().Be(where);
        refused.Message.Should().Contain("a whole quarter of the calendar").And.MatchRegex("Say .* \\(from .* to .*\\)\\.$");
        if (from.StartsWith("2026-01", StringComparison.Ordinal)) refused.Message.Should().Contain("January to March 2026 (from 2026-01-01 to 2026-03-31)");
        if (from.StartsWith("2026-07", StringComparison.Ordinal)) refused.Message.Should().Contain("April to June 2026 (from 2026-04-01 to 2026-06-30)", "its own is not over");
    }

    [Fact]
    public void The_day_until_which_all_is_known_is_the_store_s()
    {
        Refusal(Said(("known-until", "2026-08-30"))).Should().Match<QuestionException>(e => e.Parameter == "known-until" && e.Message.Contains("31 August 2026"));
        Days(Built(2026, 9, 1).Of(Measure, Said(("known-until", "2026-08-31")))).To.Should().Be("2026-06-30", "an answer can be asked again as it stands");
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_day_of_no_journey_is_refused(string day) => Refusal(Said(("to", day))).Message.Should().Contain("1900 to 2199");

    [Fact]
    public void What_would_tell_of_single_women_from_one_answer_to_the_next_is_fixed_for_all_but_evaluators()
    {
        var matched = OutcomeKinds.Named("matched");
        foreach (var (name, value) in new[] { ("within", "181"), ("weeks", "5"), ("caliper", "99") })
            Built(2026, 9, 1).Invoking(p => p.Of(matched, Said((name, value)))).Should().Throw<QuestionException>().Which.Parameter.Should().Be(name);

        Built(2026, 9, 1).Of(matched, Said(("within", "180"))).Values.Text("within").Should().Be("180", "an answer can be asked again as it stands");
        PublishedPeriods.ParametersOf(matched).Select(p => p.Name).Should().Equal("from", "to");
    }

    [Theory]
    [InlineData("L04")]
    [InlineData("X01")]
    [InlineData("B09")]
    [InlineData("m17b")]
    public void A_measure_whose_number_less_another_s_would_be_few_women_is_for_evaluators(string id) =>
        Refusal(Said(("id", id))).Should().Match<QuestionException>(e => e.Parameter == "id" && e.Message.Contains("evaluators alone"));

    [Fact]
    public void What_is_no_day_is_said_as_ever() => Refusal(Said(("from", "last spring"))).Message.Should().Contain("is no day");

    [Fact]
    public void Every_kind_that_is_not_for_evaluators_alone_is_about_a_published_period_and_leaves_no_other_choice_of_time()
    {
        foreach (var kind in OutcomeKinds.For(isEvaluator: false))
        {
            Days(Built(2026, 9, 1).Of(kind, Said())).Should().Be(kind.Name is "survival" or "matched" ? ("2025-04-01", "2025-06-30", "2026-08-31") : ("2026-04-01", "2026-06-30", "2026-08-31"), kind.Name);
            PublishedPeriods.ParametersOf(kind).Where(p => p.Type == ParameterType.Day).Select(p => p.Name).Should().Equal(["from", "to"], kind.Name);
        }

        OutcomeKinds.For(isEvaluator: false).Select(k => k.Name).Should().NotContain(["series", "backtest"]);
        Built(2026, 9, 1).Invoking(p => p.Of(OutcomeKinds.Named("series"), Said(("change", "2026-01-01")))).Should().Throw<QuestionException>();
    }

    private static QuestionException Refusal(IReadOnlyDictionary<string, string> said) => Built(2026, 9, 1).Invoking(p => p.Of(Measure, said)).Should().Throw<QuestionException>().Which;

    private static PublishedPeriods Built(int year, int month, int day, PublishedLength length = PublishedLength.Quarter) => new(Generation(new(year, month, day, 9, 0, 0, TimeSpan.Zero), length));

    private static Generation Generation(DateTimeOffset at, PublishedLength length) => new(1, "north", 1, OutcomesStore.Folds, OutcomesStore.Tables, at, 0, 0, 0, length);

    private static Dictionary<string, string> Said(params (string Name, string? Value)[] said) => said.Where(s => s.Value is not null).ToDictionary(s => s.Name, s => s.Value!);

    private static (string From, string To, string Until) Days((Generation Edition, OutcomeValues Values) asked) => asked.Values is var values ? (values.Text("from"), values.Text("to"), values.Text("known-until")) : default;
}
