using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Status;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Replaying;

public sealed class RestrictionTests
{
    private static readonly DateOnly Late = Day("2024-09-01");

    [Fact]
    public void A_restricted_fact_counts_in_nothing_until_the_restriction_is_lifted()
    {
        var journey = Recorded(new ProcessingRestricted(RestrictionGround.AccuracyContested, Id(3)) { HappenedOn = Late }, new RestrictionLifted(Id(4)) { HappenedOn = Late });
        Then(journey, 3).On(Late).Should().Be(Stage.Remanded);
        Then(journey, 4).On(Late).Should().Be(Stage.UnderInvestigation);
        Then(journey, 5).Spells.Should().Equal(Then(journey, 3).Spells);
        Replay.Of(journey.Recorded, 4).Withheld.Should().ContainSingle().Which.By.Id.Should().Be(Id(4));
    }

    [Fact]
    public void A_restriction_of_a_corrected_fact_holds_for_whatever_is_said_of_it_since()
    {
        var journey = Recorded(
            new ProcessingRestricted(RestrictionGround.Ordered, Id(2)) { HappenedOn = Late },
            new Corrected(Id(3), Received(CustodyBasis.Sentence).On("2024-02-02"), CorrectionReason.WrongDetail) { HappenedOn = Late });
        Then(journey, 4).On(Late).Should().Be(Stage.Remanded, "only the arrest is restricted");
        var restrictedReception = Recorded(
            new Corrected(Id(3), Received(CustodyBasis.Sentence).On("2024-02-02"), CorrectionReason.WrongDetail) { HappenedOn = Late },
            new ProcessingRestricted(RestrictionGround.Ordered, Id(4)) { HappenedOn = Late });
        Then(restrictedReception, 5).On(Late).Should().Be(Stage.UnderInvestigation);
    }

    [Fact]
    public void A_restricted_journey_has_no_stage_and_its_facts_stay_on_record()
    {
        var journey = Recorded(new ProcessingRestricted(RestrictionGround.KeptAsEvidence) { HappenedOn = Late });
        var replayed = Replay.Of(journey.Recorded);
        (replayed.Facts.Count, replayed.Withheld.Count).Should().Be((0, 3));
        JourneyStatus.Of(replayed).On(Late).Should().Be(Stage.NotYetKnown);
    }

    [Fact]
    public void What_is_restricted_must_be_there_and_what_is_lifted_must_hold()
    {
        var journey = Recorded(new ProcessingRestricted(RestrictionGround.Ordered) { HappenedOn = Late }, new RestrictionLifted(Id(4)) { HappenedOn = Late });
        Refused(new ProcessingRestricted(RestrictionGround.Ordered, Id(99)) { HappenedOn = Late }, journey).Should().Be(Rule.UnknownFactToCorrect);
        Refused(new RestrictionLifted(Id(2)) { HappenedOn = Late }, journey).Should().Be(Rule.UnknownFactToCorrect);
        Refused(new RestrictionLifted(Id(4)) { HappenedOn = Late }, journey).Should().Be(Rule.AlreadyWithdrawn);
        Refused(new Withdrawn(Id(4), CorrectionReason.Other) { HappenedOn = Late }, journey).Should().Be(Rule.CannotBeCorrected);
        Refused(new ProcessingRestricted(RestrictionGround.Ordered, Id(2)) { HappenedOn = Late }, journey).Should().BeNull();
    }

    [Fact]
    public void A_move_to_another_partnership_ends_whatever_is_open_here_and_a_move_from_one_nothing()
    {
        var journey = Recorded(new MovedPartnership(MoveDirection.To, new("southshire")) { HappenedOn = Late });
        Then(journey, 3).On(Late).Should().Be(Stage.Remanded);
        (Then(journey, 4).On(Late.AddDays(-1)), Then(journey, 4).On(Late)).Should().Be((Stage.Remanded, Stage.NoCurrentInvolvement));
        Recorded(new MovedPartnership(MoveDirection.From, new("southshire")) { HappenedOn = Late }).Status.On(Late).Should().Be(Stage.Remanded);
    }

    [Fact]
    public void What_is_said_of_two_journeys_cannot_be_recorded_on_one()
    {
        foreach (var fact in new Fact[] { new JourneysUnmerged(Id(1), CorrectionReason.Other) { HappenedOn = Late }, new MovedPartnership(MoveDirection.To, new("southshire")) { HappenedOn = Late } })
            Decide.Check(fact, Late)!.Rule.Should().Be(Rule.NotPermitted);
    }

    /// <summary>Opened, arrested, received; then these.</summary>
    private static A Recorded(params Fact[] further) => A.Journey().With(
        [new JourneyOpened(OpenedBy.Hand) { HappenedOn = Day("2024-01-01") }, Arrested().On("2024-01-01"), Received(CustodyBasis.Remand).On("2024-02-01"), .. further]);

    private static Rule? Refused(Fact fact, A journey) => Decide.OnJourney(fact, journey.Recorded)?.Rule;

    private static JourneyStatus Then(A journey, long knownAt) => JourneyStatus.Of(Replay.Of(journey.Recorded, knownAt));
}
