using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Status;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Replaying;

public sealed class ReplayTests
{
    private static readonly CorrectionReason Wrong = CorrectionReason.WrongDay;

    [Fact]
    public void A_fact_recorded_late_takes_its_place_on_the_day_it_happened()
    {
        var journey = Journey().With(Charged().On("2024-02-01"), Arrested().On("2024-01-01"));
        journey.Replayed.Facts.Select(f => f.Fact.GetType()).Should().Equal(typeof(Arrested), typeof(ProsecutionStarted));
        journey.Status.On(Day("2024-01-15")).Should().Be(Stage.UnderInvestigation);
    }

    [Fact]
    public void A_correction_counts_from_when_it_was_recorded_and_not_before()
    {
        var journey = Journey().With(
            Received(CustodyBasis.Remand).On("2024-03-01"),
            new Corrected(Id(1), Received(CustodyBasis.Remand).On("2024-04-01"), Wrong) { HappenedOn = Day("2024-05-01") });

        Then(journey, knownAt: 1).On(Day("2024-03-15")).Should().Be(Stage.Remanded, "that was then on record");
        Then(journey, knownAt: 2).On(Day("2024-03-15")).Should().Be(Stage.NotYetKnown);
        Then(journey, knownAt: 2).On(Day("2024-04-01")).Should().Be(Stage.Remanded);
    }

    [Fact]
    public void The_second_correction_corrects_the_first()
    {
        var journey = Journey().With(
            Arrested().On("2024-03-01"),
            new Corrected(Id(1), Arrested().On("2024-03-02"), Wrong) { HappenedOn = Day("2024-05-01") },
            new Corrected(Id(2), Arrested().On("2024-03-03"), Wrong) { HappenedOn = Day("2024-05-02") });
        journey.Replayed.Facts.Should().ContainSingle().Which.Day.Should().Be(Day("2024-03-03"));
        journey.Replayed.Facts[0].Id.Should().Be(Id(1), "it is still the same fact");
        journey.Replayed.Facts[0].IsCorrected.Should().BeTrue();
    }

    [Fact]
    public void A_withdrawn_fact_is_as_if_it_had_never_been()
    {
        var with = Journey().With(Arrested().On("2024-01-01"), Charged().On("2024-02-01"), new Withdrawn(Id(2), CorrectionReason.WrongWoman) { HappenedOn = Day("2024-03-01") });
        var without = Journey().With(Arrested().On("2024-01-01"));
        with.Status.Spells.Should().Equal(without.Status.Spells);
        with.Status.Matters.Should().BeEquivalentTo(without.Status.Matters);
    }

    [Fact]
    public void A_correction_of_nothing_changes_nothing_and_is_found()
    {
        var journey = Journey().With(Arrested().On("2024-01-01"), new Withdrawn(Id(99), Wrong) { HappenedOn = Day("2024-03-01") });
        journey.Replayed.Facts.Should().ContainSingle();
        journey.Status.Findings.Should().ContainSingle().Which.Code.Should().Be(FindingCode.CorrectionOfNothing);
    }

    [Fact]
    public void On_one_day_times_decide_and_without_times_the_usual_order()
    {
        var timed = Journey().With(Released(ReleaseKind.OnBail).On("2024-01-01T16:00"), Received(CustodyBasis.Remand).On("2024-01-01T09:00"));
        timed.Replayed.Facts.Select(f => f.Fact.GetType()).Should().Equal(typeof(Received), typeof(Released));

        var untimed = Journey().With(Received(CustodyBasis.Sentence).On("2024-01-01"), Sentenced("IMMEDIATE_CUSTODY").On("2024-01-01"), Charged().On("2024-01-01"), Arrested().On("2024-01-01"));
        untimed.Replayed.Facts.Select(f => f.Fact.GetType()).Should().Equal(typeof(Arrested), typeof(ProsecutionStarted), typeof(Sentenced), typeof(Received));
    }

    private static JourneyStatus Then(A journey, long knownAt) => JourneyStatus.Of(Replay.Of(journey.Recorded, knownAt));
}
