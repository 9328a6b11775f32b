using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;

namespace JourneyTracker.Tests.Access;

public sealed class ConsentsTests
{
    private static readonly Caller Keyworker = new("ada", "Willow Women's Centre", "WOMENS_CENTRE", Role.Practitioner, Northshire);

    [Fact]
    public void Silence_is_no_consent() => Shares(Journey(), "2024-06-01").Should().BeFalse();

    [Fact]
    public void She_shares_with_whom_she_named_and_with_nobody_else()
    {
        var journey = Journey().With(Given());

        Shares(journey, "2024-01-31").Should().BeFalse("she had not been asked");
        Shares(journey, "2024-02-01").Should().BeTrue();
        Shares(journey, "2024-02-01", Keyworker with { Agency = "Northshire Police" }).Should().BeFalse();
        Consents.Shares(journey.Replayed, Keyworker, SharingScope.SexWork, Day("2024-02-01")).Should().BeFalse("one disclosure is not the other");
    }

    [Fact]
    public void When_she_named_one_person_her_colleagues_are_not_meant()
    {
        var journey = Journey().With(Given(person: "ada"));

        Shares(journey, "2024-02-01").Should().BeTrue();
        Shares(journey, "2024-02-01", Keyworker with { Person = "bea" }).Should().BeFalse();
    }

    [Theory]
    [InlineData(ConsentPlace.Custody, ConsentCondition.None)]
    [InlineData(ConsentPlace.PoliceStation, ConsentCondition.None)]
    [InlineData(ConsentPlace.NotRecorded, ConsentCondition.None)]
    [InlineData(ConsentPlace.WomensCentre, ConsentCondition.Licence)]
    [InlineData(ConsentPlace.WomensCentre, ConsentCondition.NotAsked)]
    public void Consent_that_may_be_unfree_shares_attendance_only(ConsentPlace place, ConsentCondition condition)
    {
        var journey = Journey().With(Given() with { Place = place, Condition = condition });

        Shares(journey, "2024-02-01").Should().BeFalse();
        Consents.Shares(journey.Replayed, Keyworker, SharingScope.Attendance, Day("2024-02-01")).Should().BeTrue();
    }

    [Fact]
    public void What_she_shared_of_her_support_in_custody_shares_attendance_and_no_more()
    {
        var journey = Journey().With(new ConsentGiven(
            Protected.Of(new SharingTerms([SharingScope.Engagement], [new("Willow Women's Centre")])), ConsentPlace.Custody, Condition: ConsentCondition.None)
        { HappenedOn = Day("2024-02-01") });

        Consents.Shares(journey.Replayed, Keyworker, SharingScope.Attendance, Day("2024-02-01")).Should().BeTrue();
        Consents.Shares(journey.Replayed, Keyworker, SharingScope.Engagement, Day("2024-02-01")).Should().BeFalse();
    }

    [Fact]
    public void It_ends_on_the_day_she_takes_it_back_and_after_the_review_day()
    {
        Shares(Journey().With(Given(), new ConsentWithdrawn { HappenedOn = Day("2024-03-01") }), "2024-02-29").Should().BeTrue();
        Shares(Journey().With(Given(), new ConsentWithdrawn { HappenedOn = Day("2024-03-01") }), "2024-03-01").Should().BeFalse();
        Shares(Journey().With(Given(), new ConsentWithdrawn(Id(1)) { HappenedOn = Day("2024-03-01") }), "2024-03-01").Should().BeFalse();
        Shares(Journey().With(Given(), new ConsentWithdrawn(Id(9)) { HappenedOn = Day("2024-03-01") }), "2024-03-01").Should().BeTrue("she took back another one");
        var reviewed = Journey().With(Given() with { ReviewOn = Day("2024-04-01") });
        Shares(reviewed, "2024-04-01").Should().BeTrue();
        Shares(reviewed, "2024-04-02").Should().BeFalse("she has not been asked again");
    }

    [Fact]
    public void Safety_can_override_her_choice_for_those_who_are_named()
    {
        var journey = Journey().With(new SharingDecided(SharingDecision.Shared, SharingGround.Safeguarding, Terms(null), Protected.Of("a child is in danger"))
        {
            HappenedOn = Day("2024-02-01"),
        });

        Shares(journey, "2024-02-01").Should().BeTrue();
        Shares(journey, "2024-02-01", Keyworker with { Agency = "Northshire Police" }).Should().BeFalse();
    }

    [Fact]
    public void Sealed_terms_name_nobody() =>
        Shares(Journey().With(Given() with { To = Terms(null).Seal(new StoredFacts.MarkedSealer()) }), "2024-02-01").Should().BeFalse();

    private static bool Shares(A journey, string day, Caller? caller = null) =>
        Consents.Shares(journey.Replayed, caller ?? Keyworker, SharingScope.Abuse, Day(day));

    private static ConsentGiven Given(string? person = null) => new(Terms(person), ConsentPlace.WomensCentre, Condition: ConsentCondition.None) { HappenedOn = Day("2024-02-01") };

    private static Protected<SharingTerms> Terms(string? person) =>
        Protected.Of(new SharingTerms([SharingScope.Abuse, SharingScope.Attendance], [new("Willow Women's Centre", person)], "so that they can help"));
}
