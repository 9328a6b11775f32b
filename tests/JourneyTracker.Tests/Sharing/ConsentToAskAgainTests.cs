using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Projections.Sharing;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Sharing;

/// <summary>Consent is asked again when its day has passed, and at the women's centre when it may have been unfree (safeguards S8).</summary>
public sealed class ConsentToAskAgainTests
{
    private static readonly SessionKept AtTheCentre = new(Protected.Of(new SupportFor("WOMENS_CENTRE"))) { HappenedOn = default };

    [Fact]
    public void It_is_asked_again_from_the_day_after_its_review_day()
    {
        var journey = A.Journey().With(Free(reviewOn: "2026-03-10").On("2026-01-05"));

        Of(journey, "2026-03-10").Should().BeEmpty("sharing goes on until then, that day counts");
        Of(journey, "2026-04-01").Should().Equal(new ConsentToAskAgain(A.Id(1), A.Day("2026-03-11"), AskAgainReason.ReviewDayPassed));
    }

    [Theory]
    [InlineData(ConsentPlace.Custody, ConsentCondition.None)]
    [InlineData(ConsentPlace.CommunityService, ConsentCondition.Licence)]
    public void What_may_have_been_unfree_is_asked_again_once_a_womens_centre_has_seen_her(ConsentPlace place, ConsentCondition condition)
    {
        var journey = A.Journey().With(Given(place, condition).On("2026-01-05"), AtTheCentre.On("2026-02-02"), AtTheCentre.On("2026-02-09"));

        Of(journey, "2026-02-01").Should().BeEmpty();
        Of(journey, "2026-02-20").Should().Equal(new ConsentToAskAgain(A.Id(1), A.Day("2026-02-02"), AskAgainReason.MayHaveBeenUnfree));
    }

    [Fact]
    public void Free_consent_is_not_asked_again_there() => Of(A.Journey().With(Free().On("2026-01-05"), AtTheCentre.On("2026-02-02")), "2026-02-20").Should().BeEmpty();

    [Fact]
    public void Another_service_or_a_session_in_prison_is_no_such_occasion()
    {
        var given = Given(ConsentPlace.Custody, ConsentCondition.None).On("2026-01-05");
        var housing = new SessionKept(Protected.Of(new SupportFor("LA_HOUSING"))) { HappenedOn = default };

        Of(A.Journey().With(given, housing.On("2026-02-02")), "2026-02-20").Should().BeEmpty();
        Of(A.Journey().With(given, Received(CustodyBasis.Sentence).On("2026-01-02"), AtTheCentre.On("2026-02-02")), "2026-02-20").Should().BeEmpty();
    }

    [Fact]
    public void Once_she_took_it_back_or_was_asked_again_nothing_is_to_be_asked()
    {
        var given = Free(reviewOn: "2026-02-01").On("2026-01-05");

        Of(A.Journey().With(given, new ConsentWithdrawn { HappenedOn = default }.On("2026-02-03")), "2026-03-01").Should().BeEmpty();
        Of(A.Journey().With(given, Free().On("2026-02-03")), "2026-03-01").Should().BeEmpty();
        Of(A.Journey().With(given, Given(ConsentPlace.WomensCentre, ConsentCondition.None, to: "Another centre").On("2026-02-03")), "2026-03-01").Should().HaveCount(1, "she was asked about somebody else");
    }

    [Fact]
    public void Once_she_died_or_moved_away_nothing_is_to_be_asked()
    {
        var given = Free(reviewOn: "2026-02-01").On("2026-01-05");

        Of(A.Journey().With(given, new Died { HappenedOn = default }.On("2026-02-10")), "2026-03-01").Should().BeEmpty();
        Of(A.Journey().With(given, new MovedPartnership(MoveDirection.To, new Partnership("southshire")) { HappenedOn = default }.On("2026-02-10")), "2026-03-01").Should().BeEmpty();
    }

    [Fact]
    public void Erased_terms_do_not_hide_that_it_is_to_be_asked_again()
    {
        var given = (ConsentGiven)Free(reviewOn: "2026-02-01").On("2026-01-05").Seal(new StoredFacts.MarkedSealer());

        Of(A.Journey().With(given, Free().On("2026-02-03")), "2026-03-01").Select(a => a.Consent).Should().Equal(A.Id(1));
    }

    private static ConsentGiven Free(string? reviewOn = null) => Given(ConsentPlace.WomensCentre, ConsentCondition.None, reviewOn);

    private static ConsentGiven Given(ConsentPlace place, ConsentCondition condition, string? reviewOn = null, string to = "Testshire centre") => new(
        Protected.Of(new SharingTerms([SharingScope.Engagement], [new Recipient(to)])), place, Condition: condition, ReviewOn: reviewOn is null ? null : A.Day(reviewOn))
    { HappenedOn = default };

    private static IReadOnlyList<ConsentToAskAgain> Of(A journey, string day) => ConsentToAskAgain.Of(journey.Replayed, A.Day(day));
}
