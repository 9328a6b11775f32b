using JourneyTracker.Domain.Facts;
using JourneyTracker.Projections.Pathways;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;

namespace JourneyTracker.Tests.Pathways;

public sealed class EpisodeTests
{
    private static readonly Protected<SupportFor> Housing = Protected.Of(new SupportFor("HOUSING_PROVIDER", ["ACCOM"]));
    private static readonly Protected<SupportFor> Alcohol = Protected.Of(new SupportFor("SUBSTANCE_MISUSE", ["SUBSTANCE"]));

    [Fact]
    public void A_referral_goes_from_accepted_to_first_contact_to_sessions_to_its_end()
    {
        var journey = Journey().With(
            new Referred(Housing, ReferralRoute.Probation) { HappenedOn = Day("2024-03-01") }, new ReferralAccepted(Housing) { HappenedOn = Day("2024-03-04") }, new FirstContact(Housing) { HappenedOn = Day("2024-03-11") },
            new SessionKept(Housing) { HappenedOn = Day("2024-03-18") }, new SessionKept(Housing) { HappenedOn = Day("2024-03-25") }, new SessionMissed(Housing) { HappenedOn = Day("2024-04-02") },
            new SupportEnded(SupportEndReason.Completed, Housing) { HappenedOn = Day("2024-05-01") });

        var episode = One(journey, "2024-06-01");

        episode.Should().Match<SupportEpisode>(e => e.WasReferred && e.AcceptedOn == Day("2024-03-04") && e.FirstContactOn == Day("2024-03-11")
            && e.Kept == 2 && e.Missed == 1 && e.EndedOn == Day("2024-05-01") && e.EndReason == SupportEndReason.Completed);
        episode.Wait.Should().Be(new Waiting(WaitingState.Over, 10, 6));
        One(journey, "2024-03-10").Should().Match<SupportEpisode>(e => e.FirstContactOn == null && e.Kept == 0 && e.EndedOn == null, "nothing later is looked at");
    }

    [Fact]
    public void The_day_of_the_referral_does_not_count_in_the_wait()
    {
        One(Journey().With(new Referred(Housing) { HappenedOn = Day("2024-03-01") }, new FirstContact(Housing) { HappenedOn = Day("2024-03-01") }), "2024-03-01").Wait
            .Should().Be(new Waiting(WaitingState.Over, 0, 0));
        One(Journey().With(new Referred(Housing) { HappenedOn = Day("2024-03-01") }, new SessionKept(Housing) { HappenedOn = Day("2024-03-04") }), "2024-03-05").Wait
            .Should().Be(new Waiting(WaitingState.Over, 3, 1), "Friday to Monday; a kept session is a first contact");
    }

    [Fact]
    public void Bank_holidays_are_no_working_days() =>
        One(Journey().With(new Referred(Housing) { HappenedOn = Day("2024-03-28") }, new FirstContact(Housing) { HappenedOn = Day("2024-04-02") }), "2024-04-02").Wait
            .Should().Be(new Waiting(WaitingState.Over, 5, 1), "Good Friday, the weekend and Easter Monday lie between");

    [Fact]
    public void A_wait_that_is_not_over_is_only_known_to_last_that_long()
    {
        var journey = Journey().With(new Referred(Housing) { HappenedOn = Day("2024-03-01") }, new ReferralDeclined(DeclinedBy.Service, Housing) { HappenedOn = Day("2024-03-15") });

        One(journey, "2024-03-08").Wait.Should().Be(new Waiting(WaitingState.StillWaiting, 7, 5));
        One(journey, "2024-04-01").Wait!.State.Should().Be(WaitingState.EndedBefore);
        One(journey, "2024-04-01").DeclinedBy.Should().Be(DeclinedBy.Service);
    }

    [Fact]
    public void What_follows_goes_with_its_own_referral()
    {
        var journey = Journey().With(
            new Referred(Housing) { HappenedOn = Day("2024-03-01") }, new Referred(Alcohol) { HappenedOn = Day("2024-03-02") }, new SessionKept(Alcohol) { HappenedOn = Day("2024-03-05") },
            new SupportEnded(SupportEndReason.HerChoice, Alcohol) { HappenedOn = Day("2024-03-06") }, new SessionKept() { HappenedOn = Day("2024-03-07") });

        var support = On(journey, "2024-04-01").Support;

        support.Should().HaveCount(2);
        support[0].Should().Match<SupportEpisode>(e => e.Kept == 1 && e.EndedOn == null, "it is the only one still open");
        support[1].Should().Match<SupportEpisode>(e => e.Kept == 1 && e.EndReason == SupportEndReason.HerChoice);
        On(journey, "2024-04-01").Pathways.Single(p => p.Code == "SUBSTANCE").Support.Should().Equal(support[1].Id);
    }

    [Fact]
    public void A_matter_ties_more_strongly_than_what_it_is_for()
    {
        var journey = Journey().With(
            new Referred(Housing) { HappenedOn = Day("2024-03-01") }.About("a"), new Referred(Housing) { HappenedOn = Day("2024-03-02") }.About("b"), new SessionKept(Housing) { HappenedOn = Day("2024-03-05") }.About("a"));

        On(journey, "2024-04-01").Support.Select(e => e.Kept).Should().Equal(1, 0);
    }

    [Fact]
    public void Support_without_a_referral_has_no_wait()
    {
        var episode = One(Journey().With(new SessionKept(Housing) { HappenedOn = Day("2024-03-05") }), "2024-04-01");

        episode.WasReferred.Should().BeFalse();
        episode.Wait.Should().BeNull();
    }

    [Fact]
    public void A_missed_session_counts_only_when_its_reason_was_asked_and_found_not_acceptable()
    {
        var journey = Journey().With(
            new Referred(Housing) { HappenedOn = Day("2024-03-01") }, new SessionMissed(Housing) { HappenedOn = Day("2024-03-02") },
            new SessionMissed(Housing, Protected.Of(SessionMissedReason.Childcare), SessionMissedJudgement.Acceptable) { HappenedOn = Day("2024-03-03") },
            new SessionMissed(Housing, Protected.Of(SessionMissedReason.CancelledByService)) { HappenedOn = Day("2024-03-04") },
            new SessionMissed(Housing, Protected.Of(SessionMissedReason.DidNotWantTo), SessionMissedJudgement.NotAcceptable, Protected.Of("ada")) { HappenedOn = Day("2024-03-05") });

        One(journey, "2024-04-01").Should().Match<SupportEpisode>(e => e.Missed == 3 && e.MissedWithoutAcceptableReason == 1);
    }

    /// <summary>What a door would have refused may stand in the journal all the same: an import of former times, another writer.</summary>
    [Theory]
    [InlineData(null, "ada")]
    [InlineData(SessionMissedReason.NotAsked, "ada")]
    [InlineData(SessionMissedReason.PrefersNotToSay, "ada")]
    [InlineData(SessionMissedReason.NoAnswer, "ada")]
    [InlineData(SessionMissedReason.NotTold, "ada")]
    [InlineData(SessionMissedReason.DidNotWantTo, null)]
    [InlineData(SessionMissedReason.DidNotWantTo, " ")]
    public void A_missed_session_that_nobody_named_judged_on_a_reason_of_hers_does_not_count(SessionMissedReason? reason, string? by)
    {
        var missed = new SessionMissed(
            Housing, reason is { } told ? Protected.Of(told) : null, SessionMissedJudgement.NotAcceptable, by is null ? null : Protected.Of(by))
        { HappenedOn = Day("2024-03-05") };

        One(Journey().With(new Referred(Housing) { HappenedOn = Day("2024-03-01") }, missed), "2024-04-01")
            .Should().Match<SupportEpisode>(e => e.Missed == 1 && e.MissedWithoutAcceptableReason == 0);
    }

    [Fact]
    public void A_missed_session_whose_reason_cannot_be_read_does_not_count()
    {
        var missed = new SessionMissed(Housing, Protected.Of(SessionMissedReason.DidNotWantTo), SessionMissedJudgement.NotAcceptable, Protected.Of("ada")) { HappenedOn = Day("2024-03-05") };
        var sealer = new StoredFacts.MarkedSealer();

        One(Journey().With(new Referred(Housing) { HappenedOn = Day("2024-03-01") }, missed with { Reason = missed.Reason!.Seal(sealer) }), "2024-04-01")
            .MissedWithoutAcceptableReason.Should().Be(0);
        One(Journey().With(new Referred(Housing) { HappenedOn = Day("2024-03-01") }, missed with { JudgedBy = missed.JudgedBy!.Seal(sealer) }), "2024-04-01")
            .MissedWithoutAcceptableReason.Should().Be(0);
    }

    [Fact]
    public void Her_death_ends_what_is_open() =>
        One(Journey().With(new Referred(Housing) { HappenedOn = Day("2024-03-01") }, new Died() { HappenedOn = Day("2024-03-09") }), "2024-04-01")
            .Should().Match<SupportEpisode>(e => e.EndReason == SupportEndReason.Died && e.Wait!.State == WaitingState.EndedBefore);

    private static SupportEpisode One(A journey, string on) => On(journey, on).Support.Should().ContainSingle().Subject;

    private static PathwaysOn On(A journey, string on) => PathwayOutcomes.Of(journey.Replayed).On(Day(on));
}
