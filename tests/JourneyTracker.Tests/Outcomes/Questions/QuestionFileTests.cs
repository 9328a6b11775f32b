using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Tests.Outcomes.Questions;

public sealed class QuestionFileTests
{
    private const string Text = "-- cohort: released\n-- version: 2\n-- about: Women released.\n-- parameter end: 2026-04-01\nselect 1 as person, date '2026-01-01' as index_on, $end::date as followed_until, date '2026-02-01' as back_on, 'a' as race;\n";

    [Fact]
    public void The_head_says_what_it_is_and_the_rest_is_the_statement()
    {
        var question = QuestionFile.Parse(Text);

        (question.Kind, question.Name, question.Version, question.About).Should().Be((QuestionKind.Cohort, "released", 2, "Women released."));
        question.Parameters.Should().Equal(new Dictionary<string, string> { ["end"] = "2026-04-01" });
        question.Sql.Should().StartWith("select").And.NotContain(";");
    }

    [Theory]
    [InlineData("select 1", "does not say what it is")]
    [InlineData("-- cohort: a\nselect 1", "says no version")]
    [InlineData("-- cohort: a\n-- version: one\nselect 1", "says no version")]
    [InlineData("-- measure: a\n-- version: 1\nselect 1", "what the question is about")]
    [InlineData("-- measure: a\n-- version: 1\n-- about: it\n", "no statement")]
    public void What_is_missing_is_said(string text, string says) =>
        FluentActions.Invoking(() => QuestionFile.Parse(text)).Should().Throw<QuestionException>().WithMessage($"*{says}*");

    [Fact]
    public void Its_hash_changes_with_all_that_it_asks_and_with_nothing_else()
    {
        var hash = QuestionFile.Parse(Text).Hash;

        QuestionFile.Parse(Text.Replace("\n", "\r\n", StringComparison.Ordinal)).Hash.Should().Be(hash);
        QuestionFile.Parse(Text.Replace("version: 2", "version: 3", StringComparison.Ordinal)).Hash.Should().NotBe(hash);
        QuestionFile.Parse(Text.Replace("'a'", "'b'", StringComparison.Ordinal)).Hash.Should().NotBe(hash);
        QuestionFile.Parse(Text).With(new Dictionary<string, string> { ["end"] = "2026-05-01" }).Hash.Should().NotBe(hash);
    }

    [Fact]
    public void A_parameter_that_it_does_not_have_is_refused() =>
        FluentActions.Invoking(() => QuestionFile.Parse(Text).With(new Dictionary<string, string> { ["until"] = "x" })).Should().Throw<QuestionException>().WithMessage("*no parameter until*end*");

    [Fact]
    public void Time_is_counted_from_the_index_day_and_what_happened_after_the_follow_up_did_not_happen()
    {
        Cohort(Text).FollowUps("back", "race").Should().ContainSingle().Which.Women.Should().Equal(new CohortFollowUp(90, 31, null));
        Cohort(Text.Replace("date '2026-02-01' as back_on", "date '2026-04-02' as back_on", StringComparison.Ordinal)).FollowUps("back", null).Single().Women.Should().Equal(new CohortFollowUp(90, null, null));
        Cohort(Text.Replace("date '2026-02-01' as back_on", "date '2026-02-01' as back_on, true as back_left_out", StringComparison.Ordinal)).FollowUps("back", null).Should().BeEmpty();
        Cohort(Text.Replace("date '2026-01-01' as index_on", "null::date as index_on", StringComparison.Ordinal)).FollowUps("back", null).Should().BeEmpty();
        Cohort(Text.Replace("'a' as race", "date '2026-01-11' as enters_on", StringComparison.Ordinal)).FollowUps("back", null).Single().Women.Should().Equal(new CohortFollowUp(90, 31, 10));
        FluentActions.Invoking(() => Cohort(Text).FollowUps("died", null)).Should().Throw<QuestionException>().WithMessage("*no event died*back*");
        FluentActions.Invoking(() => Cohort(Text).FollowUps("back", "age")).Should().Throw<QuestionException>().WithMessage("*no column age*");
    }

    [Fact]
    public void What_the_store_does_not_understand_is_said_in_its_words() =>
        FluentActions.Invoking(() => Cohort(Text.Replace("select 1", "selct 1", StringComparison.Ordinal))).Should().Throw<QuestionException>().WithMessage("*selct*");

    private static Cohort Cohort(string text)
    {
        using var database = DuckDatabase.Open(null, DuckAccess.Write);
        using var connection = database.Connect();
        return JourneyTracker.Outcomes.Questions.Cohort.Read(QuestionFile.Parse(text), connection, default);
    }
}
