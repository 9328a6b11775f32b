using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Tests.Law;

public class LawOfDayTests
{
    private static readonly DateOnly Sentenced = new(2024, 1, 15);

    [Fact]
    public void On_1_March_2024_we_would_have_said_half()
    {
        var custody = One(new Term(2));

        ReleaseDates.Of(custody, On(2024, 3, 1))[DateKind.ConditionalRelease].Should().Be(new DateOnly(2025, 1, 14));
        ReleaseDates.Of(custody, On(2024, 9, 10))[DateKind.ConditionalRelease].Should().Be(new DateOnly(2024, 11, 2), "40% reached her on the tranche day");
    }

    [Fact]
    public void A_rule_that_was_made_before_it_began_is_known_from_the_day_it_was_made()
    {
        On(2024, 12, 11).Knows("HDC-04").Should().BeFalse();
        On(2024, 12, 12).Knows("HDC-04").Should().BeTrue();
        On(2024, 12, 12).Holds("HDC-04", new DateOnly(2025, 6, 2)).Should().BeFalse();
    }

    [Fact]
    public void A_rule_ends_only_in_a_law_that_knows_what_ended_it()
    {
        var later = new DateOnly(2026, 4, 1);

        On(2024, 3, 1).Holds("REC-02", later).Should().BeTrue();
        On(2026, 4, 1).Holds("REC-02", later).Should().BeFalse();
    }

    [Fact]
    public void What_is_not_confirmed_is_left_out_and_said()
    {
        var custody = new Custody([new Sentence(new DateOnly(2026, 10, 2), new Term(months: 20), new DateOnly(2026, 10, 2))], new DayCredits());

        var answer = ReleaseDates.Of(custody, On(2026, 11, 22));

        answer[DateKind.ConditionalRelease].Should().Be(new DateOnly(2027, 6, 2), "40% of 609 days is 244");
        var remark = answer.Remarks.Should().ContainSingle(r => r.RuleId == "REL-08").Subject;
        remark.Words.Should().Contain("not confirmed").And.Contain("CRD 22 April 2027");
        remark.IsUnverified.Should().BeTrue();
        ReleaseDates.Of(custody, On(2026, 11, 22).With("progression-model"))[DateKind.ConditionalRelease].Should().Be(new DateOnly(2027, 4, 22));
    }

    [Fact]
    public void Supervision_after_the_sentence_is_not_given_once_it_is_repealed()
    {
        var custody = new Custody([new Sentence(new DateOnly(2025, 9, 5), new Term(months: 6), new DateOnly(2025, 9, 5))], new DayCredits());

        ReleaseDates.Of(custody, On(2026, 5, 10))[DateKind.TopUpSupervisionEnd].Should().NotBeNull();
        var after = ReleaseDates.Of(custody, On(2026, 5, 11));
        after[DateKind.TopUpSupervisionEnd].Should().BeNull();
        after.Remarks.Should().Contain(r => r.RuleId == "PSS-02");
    }

    [Fact]
    public void A_date_on_a_weekend_or_bank_holiday_is_done_on_the_working_day_before()
    {
        WorkingDays.OnOrBefore(new DateOnly(2022, 12, 27)).Should().Be(new DateOnly(2022, 12, 23));
        var release = ReleaseDates.Of(One(new Term(2)), On(2024, 9, 10)).Find(DateKind.ConditionalRelease)!;

        (release.Calculated, release.Actual).Should().Be((new DateOnly(2024, 11, 2), new DateOnly(2024, 11, 1)));
        release.Steps.Should().Contain(s => s.RuleId == "REL-16");
        ReleaseDates.Of(One(new Term(2)), On(2024, 9, 10)).Dates.Where(d => !d.Kind.MovesToWorkingDay).Should().OnlyContain(d => d.Calculated == d.Actual);
    }

    [Fact]
    public void A_switch_that_does_not_exist_is_refused() =>
        FluentActions.Invoking(() => On(2024, 1, 1).With("half")).Should().Throw<ArgumentException>().WithMessage("*There is no switch half; there is sds40, progression-model.*");

    private static Custody One(Term length) => new([new Sentence(Sentenced, length, Sentenced)], new DayCredits());

    private static LawOfDay On(int year, int month, int day) => LawOfDay.Of(new DateOnly(year, month, day));
}
