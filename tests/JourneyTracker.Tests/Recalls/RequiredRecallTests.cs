using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Tests.Recalls;

public sealed class RequiredRecallTests
{
    private static readonly DateOnly Sentenced = new(2024, 1, 10);

    [Theory]
    [InlineData("2013-05-01", 8, "FTR_28", "LR", "REC-03")]
    [InlineData("2015-02-01", 8, "FTR_14", "LR", "REC-02")]
    [InlineData("2024-04-01", 8, "FTR_14", "LR", "REC-02")]
    [InlineData("2024-04-02", 8, "FTR_14", null, "REC-04")]
    [InlineData("2024-04-02", 12, "FTR_28", "LR", "REC-03")]
    [InlineData("2025-09-01", 30, "FTR_28", "LR", "REC-03")]
    [InlineData("2025-09-02", 8, "FTR_14", null, "REC-05")]
    [InlineData("2025-09-02", 30, "FTR_28", null, "REC-05")]
    [InlineData("2025-09-02", 48, "FTR_28", "LR", "REC-03")]
    [InlineData("2026-03-30", 30, "FTR_28", null, "REC-05")]
    [InlineData("2026-03-31", 8, "FTR_56", null, "REC-06")]
    [InlineData("2026-03-31", 60, "FTR_56", null, "REC-06")]
    public void The_law_of_the_day_decides_which_recall_may_be_used(string day, int months, string first, string? second, string rule)
    {
        var answer = RequiredRecall.On(Case(months, NothingAgainst()), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!;

        answer.Kinds.Should().Equal(second is null ? [first] : [first, second]);
        answer.Rule.Id.Should().Be(rule);
        answer.IsSettled.Should().BeTrue();
        answer.Why[0].Should().Contain(rule);
    }

    [Theory]
    [InlineData("mappa-2-or-3")]
    [InlineData("mappa-category-4")]
    [InlineData("charged-not-convicted")]
    [InlineData("indeterminate-or-extended")]
    [InlineData("particular-concern")]
    [InlineData("discretionary-conditional-release")]
    [InlineData("referred-under-244zb")]
    [InlineData("repatriated-for-murder")]
    [InlineData("terrorism-or-national-security")]
    [InlineData("foreign-power-threat")]
    public void Since_31_March_2026_any_one_exclusion_means_a_standard_recall_and_no_choice(string exclusion)
    {
        var answers = NothingAgainst();
        answers[exclusion] = true;

        var answer = RequiredRecall.On(Case(30, answers), new(2026, 3, 31))!;

        answer.Kinds.Should().Equal("LR");
        answer.Against.Should().ContainSingle().Which.Code.Should().Be(exclusion);
    }

    [Fact]
    public void Before_it_an_exclusion_gave_back_the_choice()
    {
        var answers = NothingAgainst();
        answers["mappa-2-or-3"] = true;

        RequiredRecall.On(Case(8, answers), new(2025, 9, 2))!.Kinds.Should().Equal("FTR_14", "LR");
    }

    [Fact]
    public void A_question_nobody_answered_counts_against_and_is_named()
    {
        var answers = NothingAgainst();
        answers.Remove("foreign-power-threat");

        var answer = RequiredRecall.On(Case(30, answers), new(2026, 5, 1))!;

        answer.Kinds.Should().Equal("LR");
        answer.IsSettled.Should().BeFalse();
        answer.Open.Should().ContainSingle().Which.Code.Should().Be("foreign-power-threat");
    }

    [Fact]
    public void A_draft_keeps_its_answers_when_the_law_changes_and_only_what_is_newly_asked_is_open()
    {
        var earlier = RecallRule.All.Single(r => r is { Id: "REC-05", ShorterThanMonths: 48 }).StandsAside.ToDictionary(q => q.Code, _ => false);
        RequiredRecall.On(Case(30, earlier), new(2026, 3, 30))!.Should().Match<RequiredRecall>(a => a.IsSettled && a.Kinds[0] == "FTR_28");

        var after = RequiredRecall.On(Case(30, earlier), new(2026, 3, 31))!;

        after.Open.Select(q => q.Code).Should().BeEquivalentTo(
            ["indeterminate-or-extended", "particular-concern", "discretionary-conditional-release", "referred-under-244zb", "repatriated-for-murder", "foreign-power-threat"]);
    }

    [Fact]
    public void A_section_250_sentence_keeps_14_and_28_days()
    {
        RequiredRecall.On(Case(8, NothingAgainst()) with { YoungOffender = true }, new(2026, 4, 1))!.Kinds.Should().Equal("FTR_14");
        RequiredRecall.On(Case(20, NothingAgainst()) with { YoungOffender = true }, new(2026, 4, 1))!.Kinds.Should().Equal("FTR_28", "LR");
    }

    [Fact]
    public void Exactly_twelve_months_is_not_shorter()
    {
        Case(12, []).IsShorterThan(12).Should().BeFalse();
        new RecallCase(Sentenced, new Term(days: 365), false, NothingAgainst()).IsShorterThan(12).Should().BeTrue("2024 is a leap year: twelve months are 366 days");
    }

    [Fact]
    public void Before_the_first_rule_on_record_there_is_no_answer() => RequiredRecall.On(Case(8, []), new(2012, 12, 2)).Should().BeNull();

    [Fact]
    public void Every_day_since_the_first_rule_has_exactly_one_first_rule_for_every_case_and_names_known_kinds()
    {
        RecallRule.All.Should().OnlyContain(r => r.Source.Length > 0 && r.Confidence.Length > 0);
        RecallRule.All.SelectMany(r => r.Otherwise.Append(r.Required)).OfType<string>().Should().OnlyContain(kind => CodeList.RecallTypes.Has(kind));
        for (var day = new DateOnly(2012, 12, 3); day < new DateOnly(2027, 1, 1); day = day.AddDays(1))
            foreach (var months in new[] { 3, 12, 24, 48, 90 })
                foreach (var young in new[] { false, true })
                    RequiredRecall.On(Case(months, []) with { YoungOffender = young }, day).Should().NotBeNull($"{day} {months}");
    }

    private static RecallCase Case(int months, Dictionary<string, bool> answers) => new(Sentenced, new Term(months: months), YoungOffender: false, answers);

    private static Dictionary<string, bool> NothingAgainst() => RecallQuestion.All.ToDictionary(q => q.Code, _ => false);
}
