using JourneyTracker.Domain.Facts;
using JourneyTracker.Projections.Pathways;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;

namespace JourneyTracker.Tests.Pathways;

public sealed class ReleaseOutcomeTests
{
    [Theory]
    [InlineData("first-night", "2024-03-01", "2024-03-02")]
    [InlineData("six-weeks", "2024-04-12", "2024-04-13")]
    [InlineData("three-months", "2024-06-01", "2024-06-02")]
    [InlineData("six-months", "2024-09-01", "2024-09-02")]
    [InlineData("twelve-months-recall", "2025-03-01", "2025-03-02")]
    [InlineData("twelve-months-reoffending", "2025-03-01", "2025-09-02")]
    public void Every_answer_is_unknown_until_its_clock_has_run(string clock, string askedOn, string knownFrom)
    {
        var journey = Released(Housed("2024-03-01", AccommodationStatus.Settled), Work("2024-03-01", EmploymentStatus.Employed), new Recalled("LR") { HappenedOn = Day("2024-03-20") },
            new Convicted(OffenceOn: Day("2024-03-10")) { HappenedOn = Day("2024-03-19") });

        var before = Outcome(journey, clock, Day(knownFrom).AddDays(-1));
        var after = Outcome(journey, clock, Day(knownFrom));

        before.Should().Match<ReleaseOutcome>(o => o.Answer == OutcomeAnswer.Unknown && o.WhyUnknown == OutcomeUnknown.ClockNotRun && o.AskedOn == Day(askedOn));
        after.Answer.Should().Be(OutcomeAnswer.Yes);
    }

    [Theory]
    [InlineData(AccommodationStatus.Settled, OutcomeAnswer.Yes, OutcomeAnswer.Yes)]
    [InlineData(AccommodationStatus.Temporary, OutcomeAnswer.Yes, OutcomeAnswer.No)]
    [InlineData(AccommodationStatus.NotHoused, OutcomeAnswer.No, OutcomeAnswer.No)]
    [InlineData(AccommodationStatus.NotAsked, OutcomeAnswer.Unknown, OutcomeAnswer.Unknown)]
    [InlineData(AccommodationStatus.PrefersNotToSay, OutcomeAnswer.Unknown, OutcomeAnswer.Unknown)]
    public void Housed_is_settled_or_temporary_and_settled_is_settled_alone(AccommodationStatus status, OutcomeAnswer housed, OutcomeAnswer settled)
    {
        var journey = Released(Housed("2024-03-01", status));

        Outcome(journey, "first-night").Answer.Should().Be(housed);
        Outcome(journey, "three-months").Answer.Should().Be(settled);
    }

    [Fact]
    public void What_was_so_before_custody_is_not_so_after_it()
    {
        var journey = Journey().With(Housed("2023-12-01", AccommodationStatus.Settled), Release("2024-03-01"));

        Outcome(journey, "first-night").WhyUnknown.Should().Be(OutcomeUnknown.NotRecorded);
    }

    [Fact]
    public void A_placement_that_has_ended_says_nothing_of_later_days()
    {
        var journey = Released(Housed("2024-03-01", AccommodationStatus.Temporary) with { Until = Day("2024-05-31") });

        Outcome(journey, "first-night").Answer.Should().Be(OutcomeAnswer.Yes);
        Outcome(journey, "three-months").WhyUnknown.Should().Be(OutcomeUnknown.NotRecorded);
    }

    [Fact]
    public void Work_follows_its_latest_status_and_who_is_not_available_is_in_no_figure()
    {
        var journey = Released(Work("2024-03-10", EmploymentStatus.LookingForWork), Work("2024-08-10", EmploymentStatus.SelfEmployed));

        Outcome(journey, "six-weeks").Answer.Should().Be(OutcomeAnswer.No);
        Outcome(journey, "six-months").Answer.Should().Be(OutcomeAnswer.Yes);
        Outcome(Released(Work("2024-03-10", EmploymentStatus.NotAvailable)), "six-weeks").LeftOut.Should().Be(LeftOutReason.NotAvailableForWork);
    }

    [Fact]
    public void Who_is_back_in_custody_or_no_longer_supervised_is_in_no_figure()
    {
        Outcome(Released(new Recalled("LR") { HappenedOn = Day("2024-05-01") }, new ReturnedToCustody { HappenedOn = Day("2024-05-02") }), "three-months")
            .LeftOut.Should().Be(LeftOutReason.BackInCustody);
        Outcome(Journey().With(Release("2024-03-01", "2024-05-01")), "three-months").LeftOut.Should().Be(LeftOutReason.SupervisionEnded);
        Outcome(Journey().With(Release("2024-03-01", "2024-06-01")), "three-months").LeftOut.Should().BeNull("the last day of the licence counts");
        Outcome(Released(new Died { HappenedOn = Day("2024-04-01") }), "three-months").LeftOut.Should().Be(LeftOutReason.Died);
        Outcome(Released(new LeftArea { HappenedOn = Day("2024-04-01") }), "twelve-months-recall").LeftOut.Should().Be(LeftOutReason.LeftArea);
    }

    [Fact]
    public void A_release_that_ends_no_sentence_is_answered_and_in_no_figure()
    {
        var journey = Journey().With(new Released(ReleaseKind.OnBail) { HappenedOn = Day("2024-03-01") }, Housed("2024-03-01", AccommodationStatus.NotHoused));

        Outcome(journey, "first-night").Should().Match<ReleaseOutcome>(o => o.Answer == OutcomeAnswer.No && o.LeftOut == LeftOutReason.NotFromASentence);
    }

    [Fact]
    public void Two_releases_on_one_day_count_once_and_a_later_one_counts_for_itself()
    {
        var journey = Journey().With(Release("2024-03-01"), Release("2024-03-01"), Release("2024-06-01"));

        PathwayOutcomes.Of(journey.Replayed).On(Day("2026-01-01")).AfterRelease.Where(o => o.Clock.Code == "first-night").Select(o => o.LeftOut)
            .Should().Equal(LeftOutReason.SameDay, null, null);
    }

    [Fact]
    public void That_no_offence_is_on_record_here_never_means_that_there_was_none()
    {
        Outcome(Released(), "twelve-months-reoffending").Should().Match<ReleaseOutcome>(o => o.Answer == OutcomeAnswer.Unknown && o.WhyUnknown == OutcomeUnknown.NotSeenHere);
        Outcome(Released(new Convicted(OffenceOn: Day("2025-03-02")) { HappenedOn = Day("2025-04-01") }), "twelve-months-reoffending").Answer
            .Should().Be(OutcomeAnswer.Unknown, "the offence was after the twelve months");
        Outcome(Released(new Convicted(OffenceOn: Day("2024-12-01")) { HappenedOn = Day("2025-09-02") }), "twelve-months-reoffending").Answer
            .Should().Be(OutcomeAnswer.Unknown, "it was proven after the eighteen months");
        Outcome(Released(), "twelve-months-recall").Answer.Should().Be(OutcomeAnswer.No);
    }

    private static A Released(params Fact[] then) => Journey().With([Release("2024-03-01"), .. then]);

    private static Released Release(string day, string licenceEndsOn = "2026-03-01") => new(ReleaseKind.OnLicence, Day(licenceEndsOn)) { HappenedOn = Day(day) };

    private static AccommodationStatusRecorded Housed(string day, AccommodationStatus status) => new(status) { HappenedOn = Day(day) };

    private static EmploymentStatusRecorded Work(string day, EmploymentStatus status) => new(status) { HappenedOn = Day(day) };

    private static ReleaseOutcome Outcome(A journey, string clock) => Outcome(journey, clock, Day("2026-01-01"));

    private static ReleaseOutcome Outcome(A journey, string clock, DateOnly on) =>
        PathwayOutcomes.Of(journey.Replayed).On(on).AfterRelease.First(o => o.Clock.Code == clock);
}
