using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Law.Records;
using JourneyTracker.Domain.Time;
using JourneyTracker.Projections.Dates;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Law;

/// <summary>A recall that was running on 31 March 2026, as her facts record it.</summary>
public class RecallRunningInMarch2026Tests
{
    private static readonly LawOfDay Before = LawOfDay.Of(new DateOnly(2026, 3, 30));
    private static readonly LawOfDay After = LawOfDay.Of(new DateOnly(2026, 3, 31));
    private int next;

    [Fact]
    public void A_standard_recall_becomes_one_of_56_days_and_ends_on_her_tranche_day_with_its_steps_in_words()
    {
        var facts = Facts("LR", "2026-01-20", "2026-01-22");

        Ends(facts, Before).Should().Be(new DateOnly(2027, 12, 2));
        Ends(facts, After).Should().Be(new DateOnly(2026, 3, 31));
        Steps(facts, After).Should().Equal(
            "REC-06 Standard recall, running on 31 March 2026, when recalls of adults became 56 days: it counts as one of 56 days.",
            "JT-13 By its own length it would end on 2 December 2027. Whether MAPPA, a new charge or another reason of REC-07 stands against the change is not recorded; then its own length counts.",
            "REC-10 56 days from her return on 22 January 2026, that day included: 18 March 2026.",
            "REC-06 She was back by 31 March 2026: not before 31 March 2026, the day of tranche 1 for a sentence of 1,095 days.");
    }

    [Theory]
    [InlineData("FTR_28", "2026-03-10", "2026-03-12", "P3Y", "2026-05-06")]
    [InlineData("FTR_14", "2026-03-24", "2026-03-25", "P18M", "2026-05-19")]
    [InlineData("LR", "2026-02-02", "2026-02-04", "P5Y", "2026-04-14")]
    [InlineData("LR", "2026-03-01", "2026-03-31", "P3Y", "2026-05-25")]
    [InlineData("FTR_HDC_28", "2026-03-10", "2026-03-12", "P4Y", "2026-07-09")]
    public void Any_recall_of_an_adult_that_is_still_running_becomes_one_of_56_days(string kind, string recalled, string returned, string length, string ends) =>
        Ends(Facts(kind, recalled, returned, Term.Parse(length, null)), After).Should().Be(A.Day(ends));

    [Theory]
    [InlineData("FTR_28", "2026-03-02", "2026-03-04", "2026-03-31")]
    [InlineData("FTR_28", "2026-01-05", "2026-01-08", "2026-02-04")]
    [InlineData("LR", "2026-03-31", "2026-03-31", "2027-12-01")]
    [InlineData("LR", "2026-03-29", "2026-04-02", "2027-12-04")]
    public void One_that_had_ended_or_began_that_day_or_to_which_she_had_not_returned_stays_what_it_was(string kind, string recalled, string returned, string ends) =>
        Ends(Facts(kind, recalled, returned), After).Should().Be(A.Day(ends));

    [Fact]
    public void One_from_which_she_was_released_before_that_day_stays_what_it_was()
    {
        var facts = Facts("LR", "2026-01-20", "2026-01-22");

        Ends([.. facts, Held(new Released(ReleaseKind.OnLicence) { HappenedOn = new DateOnly(2026, 3, 20) })], After).Should().Be(new DateOnly(2027, 12, 2));
        Ends([.. facts, Held(new Released(ReleaseKind.OnLicence) { HappenedOn = new DateOnly(2026, 3, 31) })], After).Should().Be(new DateOnly(2026, 3, 31));
    }

    [Fact]
    public void A_sentence_for_an_offence_of_her_youth_or_a_reason_on_record_leaves_it_what_it_was()
    {
        Ends(Facts("LR", "2026-01-20", "2026-01-22", section250: true), After).Should().Be(new DateOnly(2027, 12, 2));
        var facts = Facts("LR", "2026-01-20", "2026-01-22", exclusion: "NATIONAL_SECURITY");
        Ends(facts, After).Should().Be(new DateOnly(2027, 12, 2));
        Steps(facts, After).Should().Contain("REC-07 It was running on 31 March 2026 and stays what it was: a national security offence.");
    }

    [Fact]
    public void Days_credited_on_or_after_the_recall_come_off_and_days_at_large_since_her_return_are_added()
    {
        var facts = Facts("FTR_56", "2026-04-11", "2026-04-18");
        HeldFact[] more =
        [
            .. facts, Held(new TimeAdjusted(TimeAdjustment.Remand, 20) { HappenedOn = new DateOnly(2026, 4, 18) }),
            Held(new TimeAdjusted(TimeAdjustment.UnlawfullyAtLarge, 3) { HappenedOn = new DateOnly(2026, 5, 1) }),
        ];

        (Ends(facts, After), Expires(facts)).Should().Be((new DateOnly(2026, 6, 12), new DateOnly(2027, 12, 7)));
        (Ends(more, After), Expires(more)).Should().Be((new DateOnly(2026, 6, 15), new DateOnly(2027, 11, 20)), "3 days longer; 20 days earlier and 3 later");
    }

    private HeldFact[] Facts(string kind, string recalled, string returned, Term? length = null, bool section250 = false, string exclusion = "NONE")
    {
        var on = new DateOnly(2024, 12, 2);
        return
        [
            Held(new Sentenced("IMMEDIATE_CUSTODY", length ?? new Term(3), OffenceOn: on, SdsPlus: false, EarlyReleaseExclusions: ValueList.Of<string>([exclusion]), Section250: section250) { HappenedOn = on }),
            Held(new Recalled(kind) { HappenedOn = A.Day(recalled) }), Held(new ReturnedToCustody { HappenedOn = A.Day(returned) }),
        ];
    }

    private static LegalDate Recall(IReadOnlyList<HeldFact> facts, LawOfDay law) => HerDates.Of(facts, law)[0].Answer.Find(DateKind.PostRecallRelease)!;

    private static DateOnly Ends(IReadOnlyList<HeldFact> facts, LawOfDay law) => Recall(facts, law).Calculated;

    private static DateOnly? Expires(IReadOnlyList<HeldFact> facts) => HerDates.Of(facts, After)[0].Answer[DateKind.SentenceAndLicenceEnd];

    private static IEnumerable<string> Steps(IReadOnlyList<HeldFact> facts, LawOfDay law) => Recall(facts, law).Steps.Select(s => $"{s.RuleId} {s.Words}");

    private HeldFact Held(Fact fact) => new(new FactId(new Guid(++next, 0, 0, new byte[8])), fact);
}
