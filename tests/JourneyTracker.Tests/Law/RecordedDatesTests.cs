using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Law.Records;
using JourneyTracker.Domain.Time;
using JourneyTracker.Projections.Dates;

namespace JourneyTracker.Tests.Law;

public class RecordedDatesTests
{
    private static readonly DateOnly Sentenced = new(2015, 2, 23);
    private static readonly LawOfDay Then = LawOfDay.Of(new DateOnly(2020, 1, 1));
    private int next;

    [Fact]
    public void A_sentence_and_one_consecutive_to_it_are_one_chain()
    {
        var first = Sentence(Sentenced, new Term(months: 4));
        var second = Sentence(Sentenced, new Term(months: 6), after: first.Id);

        var dates = HerDates.Of([first, second], Then).Should().ContainSingle(m => m.Title.StartsWith("Custody")).Subject;

        dates.Facts.Should().Equal(first.Id, second.Id);
        dates.Answer[DateKind.ConditionalRelease].Should().Be(new DateOnly(2015, 7, 24));
        dates.Answer[DateKind.SentenceAndLicenceEnd].Should().Be(new DateOnly(2015, 12, 22));
    }

    [Fact]
    public void Of_sentences_at_the_same_time_the_latest_date_of_each_kind_counts()
    {
        var dates = HerDates.Of([Sentence(Sentenced, new Term(months: 4)), Sentence(Sentenced.AddDays(10), new Term(months: 6))], Then)[0];

        dates.Answer.Find(DateKind.SentenceAndLicenceEnd)!.Calculated.Should().Be(new DateOnly(2015, 9, 4));
        dates.Answer.Remarks.Should().Contain(r => r.RuleId == "JT-05" && r.IsUnverified);
    }

    [Fact]
    public void Days_recorded_for_the_sentence_move_its_dates_and_days_given_back_are_taken_off()
    {
        var sentence = Sentence(Sentenced, new Term(months: 10));
        HeldFact[] facts =
        [
            sentence,
            Days(TimeAdjustment.Remand, 20, sentence.Id), Days(TimeAdjustment.TaggedBail, 5, sentence.Id), Days(TimeAdjustment.UnlawfullyAtLarge, 2, sentence.Id),
            Days(TimeAdjustment.AdditionalDaysAwarded, 10, sentence.Id), Days(TimeAdjustment.AdditionalDaysRestored, 4, sentence.Id),
        ];

        var custody = RecordedCustodies.Of(facts).Should().ContainSingle().Subject.Custody;

        custody.Credits.Should().Be(new DayCredits(20, 5, 6, 2));
    }

    [Fact]
    public void A_recall_is_read_with_its_return_and_the_days_at_large_between()
    {
        var on = new DateOnly(2024, 9, 2);
        HeldFact[] facts =
        [
            Sentence(on, new Term(3)), Held(new Released(ReleaseKind.OnLicence) { HappenedOn = new DateOnly(2025, 11, 3) }),
            Held(new Recalled("FTR_56") { HappenedOn = new DateOnly(2026, 4, 11) }), Held(new ReturnedToCustody { HappenedOn = new DateOnly(2026, 4, 18) }),
        ];

        var answer = HerDates.Of(facts, LawOfDay.Of(new DateOnly(2026, 5, 1)))[0].Answer;

        answer[DateKind.PostRecallRelease].Should().Be(new DateOnly(2026, 6, 12));
        answer[DateKind.SentenceAndLicenceEnd].Should().Be(new DateOnly(2027, 9, 7), "6 days at large are added");
    }

    [Fact]
    public void What_nobody_recorded_is_said_with_how_it_was_taken()
    {
        var fact = Held(new Sentenced("IMMEDIATE_CUSTODY", new Term(2)) { HappenedOn = Sentenced });

        HerDates.Of([fact], Then)[0].NotRecorded.Should().HaveCount(3).And.Contain(n => n.Contains("SDS+"));
    }

    [Fact]
    public void Days_on_remand_that_nobody_recorded_as_counted_are_said_not_to_be_taken_off()
    {
        var sentence = Held(new Sentenced("IMMEDIATE_CUSTODY", new Term(2)) { HappenedOn = Sentenced });
        var remand = Held(new Remanded { HappenedOn = Sentenced.AddDays(-49) });
        bool Says(params HeldFact[] facts) => HerDates.Of(facts, Then)[0].NotRecorded.Any(n => n.Contains("none is taken off"));

        Says(remand, sentence).Should().BeTrue();
        Says(sentence).Should().BeFalse("she was not held before");
        Says(remand, sentence, Held(new TimeAdjusted(TimeAdjustment.Remand, 49) { HappenedOn = Sentenced })).Should().BeFalse("they are taken off");
        Says(remand, Held(new Sentenced("IMMEDIATE_CUSTODY", new Term(months: 3)) { HappenedOn = Sentenced.AddDays(-30) }), sentence).Should().BeTrue("of the first one it is said");
    }

    [Fact]
    public void A_licence_whose_end_is_not_recorded_ends_with_the_sentence()
    {
        var facts = new[] { Sentence(Sentenced, new Term(months: 10)) };

        LicenceEnd.Of(facts, new DateOnly(2015, 7, 24))!.Calculated.Should().Be(new DateOnly(2015, 12, 22));
        LicenceEnd.Of(facts, new DateOnly(2016, 7, 24)).Should().BeNull("she was not serving then");
        LicenceEnd.Of([], new DateOnly(2015, 7, 24)).Should().BeNull();
    }

    [Fact]
    public void A_recorded_end_of_the_licence_that_is_not_the_laws_is_said_with_both_days()
    {
        var sentence = Sentence(Sentenced, new Term(months: 10));
        var byLaw = new DateOnly(2015, 12, 22);
        var released = Held(new Released(ReleaseKind.OnLicence, new DateOnly(2015, 12, 20)) { HappenedOn = new DateOnly(2015, 7, 24) });
        RecordedEnd? Of(params HeldFact[] facts) => HerDates.Of([sentence, .. facts], Then)[0].Otherwise;

        Of(released).Should().BeEquivalentTo(new { Fact = released.Id, On = released.Day, Recorded = new DateOnly(2015, 12, 20) }).And.Match<RecordedEnd>(o => o.ByLaw.Calculated == byLaw && o.ByLaw.Steps.Count > 0);
        Of(Held(new Released(ReleaseKind.OnLicence, byLaw) { HappenedOn = released.Day })).Should().BeNull("both are the same");
        Of(Held(new Released(ReleaseKind.OnLicence) { HappenedOn = released.Day })).Should().BeNull("no other day is recorded");
        Of(released, Held(new ReReleased(LicenceEndsOn: byLaw) { HappenedOn = new DateOnly(2015, 9, 1) })).Should().BeNull("the last release counts");
    }

    [Fact]
    public void Police_bail_counts_from_the_arrest_it_followed()
    {
        HeldFact[] facts = [Held(new Arrested { HappenedOn = new DateOnly(2023, 1, 10) }), Held(new PoliceBailed { HappenedOn = new DateOnly(2023, 1, 11) })];

        var bail = HerDates.Of(facts, LawOfDay.Of(new DateOnly(2023, 2, 1))).Should().ContainSingle().Subject;

        bail.Answer.Dates.Select(d => d.Calculated).Should().Equal(new DateOnly(2023, 4, 10), new DateOnly(2023, 7, 10), new DateOnly(2023, 10, 10), new DateOnly(2025, 1, 10));
        bail.Answer.Dates.SelectMany(d => d.Steps).Should().Contain(s => s.RuleId == "JT-07" && s.IsUnverified);
    }

    [Fact]
    public void A_community_order_completed_early_is_spent_from_the_day_after()
    {
        HeldFact[] facts =
        [
            Held(new Sentenced("CO", new Term(1)) { HappenedOn = new DateOnly(2024, 1, 10) }), Held(new OrderCompleted { HappenedOn = new DateOnly(2024, 6, 1) }),
        ];

        var matters = HerDates.Of(facts, LawOfDay.Of(new DateOnly(2024, 7, 1)));

        matters[0].Answer[DateKind.OrderEnd].Should().Be(new DateOnly(2025, 1, 9));
        matters[1].Answer[DateKind.Spent].Should().Be(new DateOnly(2024, 6, 2));
    }

    private HeldFact Sentence(DateOnly on, Term length, FactId? after = null) =>
        Held(new Sentenced("IMMEDIATE_CUSTODY", length, OffenceOn: on, ConsecutiveTo: after) { HappenedOn = on });

    private HeldFact Days(TimeAdjustment kind, int days, FactId sentence) => Held(new TimeAdjusted(kind, days, sentence) { HappenedOn = Sentenced });

    private HeldFact Held(Fact fact) => new(new FactId(new Guid(++next, 0, 0, new byte[8])), fact);
}
