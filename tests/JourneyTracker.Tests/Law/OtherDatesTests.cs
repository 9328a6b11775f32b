using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Tests.Law;

public class OtherDatesTests
{
    private static readonly DateOnly On = new(2024, 3, 10);
    private static readonly LawOfDay Law = LawOfDay.Of(new DateOnly(2026, 5, 1));

    [Theory]
    [InlineData("P6M", 1)]
    [InlineData("P1Y", 1)]
    [InlineData("P13M", 4)]
    [InlineData("P4Y", 4)]
    public void Custody_is_spent_so_many_years_after_its_end(string length, int years)
    {
        var ends = new DateOnly(2025, 3, 31);

        Spent(new("custody", On, Term.Parse(length, null), ends)).Should().Be(ends.AddYears(years));
    }

    [Fact]
    public void Custody_above_four_years_waits_for_what_is_not_recorded()
    {
        var disposal = new RecordedDisposal("custody", On, new Term(5), new DateOnly(2029, 3, 9));

        Rehabilitation.Of(disposal, Law).Remarks.Should().ContainSingle().Which.Words.Should().Contain("not recorded");
        Spent(disposal with { OnSchedule18 = false }).Should().Be(new DateOnly(2036, 3, 9));
        Spent(disposal with { OnSchedule18 = true }).Should().BeNull();
    }

    [Fact]
    public void A_conviction_within_the_period_carries_it_on_and_one_before_magistrates_only_does_not()
    {
        var fine = new RecordedDisposal("fine", On);
        var later = new RecordedDisposal("fine", On.AddMonths(6));

        Spent(fine).Should().Be(On.AddYears(1));
        Spent(fine, later).Should().Be(On.AddMonths(18));
        Spent(fine, later with { SummaryOnly = true }).Should().Be(On.AddYears(1));
        Spent(fine, later with { On = On.AddYears(1) }).Should().Be(On.AddYears(1), "it was spent by then");
    }

    [Fact]
    public void A_conditional_caution_is_spent_after_three_months_or_when_it_ends()
    {
        Spent(new("conditional-caution", On)).Should().Be(On.AddMonths(3));
        Spent(new("conditional-caution", On, EndsOn: On.AddDays(20))).Should().Be(On.AddDays(21));
        Spent(new("simple-caution", On)).Should().Be(On);
    }

    [Fact]
    public void The_periods_of_2023_are_not_used_in_the_law_before_them()
    {
        var before = Rehabilitation.Of(new("custody", On, new Term(months: 6), On.AddMonths(6)), LawOfDay.Of(new DateOnly(2023, 10, 27)));

        before.Dates.Should().BeEmpty();
        before.Remarks.Should().ContainSingle().Which.Words.Should().Contain("2 years");
    }

    [Fact]
    public void An_order_beyond_the_law_of_its_day_is_a_question_to_the_court()
    {
        OrderDates.Community(On, new Term(4), Law).Remarks.Should().ContainSingle(r => r.RuleId == "CO-01");
        OrderDates.Community(On, new Term(1), Law).Remarks.Should().BeEmpty();
        OrderDates.Suspended(On, new Term(months: 30), new Term(1), new Term(2), Law).Remarks.Select(r => r.RuleId).Should().Equal("SSO-01", "SSO-04");
        OrderDates.Suspended(new DateOnly(2026, 4, 1), new Term(months: 30), new Term(3), null, Law).Remarks.Select(r => r.RuleId).Should().Equal("SSO-02");
    }

    [Fact]
    public void Bail_before_charge_has_the_limits_of_the_day_of_arrest()
    {
        PreChargeBail.Of(new DateOnly(2020, 1, 10), Law).Dates.Select(d => d.Calculated).Should().Equal(new DateOnly(2020, 2, 7), new DateOnly(2020, 4, 10));
        PreChargeBail.Of(new DateOnly(2016, 1, 10), Law).Dates.Should().BeEmpty();
    }

    [Fact]
    public void An_extended_sentence_has_a_day_for_the_parole_board_and_licence_after_it()
    {
        var custody = new Custody([new Sentence(On, new Term(3), On, Kind: SentenceKind.Extended, Extension: new Term(2))], new DayCredits(Remand: 10));

        var answer = ReleaseDates.Of(custody, Law);

        answer[DateKind.ParoleEligibility].Should().Be(On.AddDays(730 - 1 - 10), "two thirds of 1,095 days");
        answer[DateKind.ConditionalRelease].Should().Be(new DateOnly(2027, 2, 27));
        answer[DateKind.SentenceAndLicenceEnd].Should().Be(new DateOnly(2029, 2, 27));
    }

    [Fact]
    public void Parts_with_different_fractions_are_rounded_up_each_by_itself()
    {
        var custody = new Custody(
            [new Sentence(new DateOnly(2024, 9, 20), new Term(days: 101), On, Exclusions: ["SEXUAL"]), new Sentence(new DateOnly(2024, 9, 20), new Term(days: 101), On)],
            new DayCredits());

        ReleaseDates.Of(custody, Law)[DateKind.ConditionalRelease].Should().Be(new DateOnly(2024, 9, 20).AddDays(51 + 41 - 1));
    }

    [Fact]
    public void Neighbouring_months_of_a_chain_are_one_part()
    {
        var start = new DateOnly(2024, 1, 31);
        var custody = new Custody([new Sentence(start, new Term(months: 1), On), new Sentence(start, new Term(months: 1), On)], new DayCredits());

        ReleaseDates.Of(custody, Law)[DateKind.SentenceAndLicenceEnd].Should().Be(new DateOnly(2024, 3, 30), "2 months from 31 January, not 1 month and 1 month more");
    }

    private static DateOnly? Spent(RecordedDisposal disposal, params RecordedDisposal[] others) => Rehabilitation.Of(disposal, Law, others)[DateKind.Spent];
}
