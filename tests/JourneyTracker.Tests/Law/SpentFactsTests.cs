using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Projections.Dates;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;

namespace JourneyTracker.Tests.Law;

/// <summary>What may no longer be told because it is spent (safeguards S10).</summary>
public sealed class SpentFactsTests
{
    [Fact]
    public void A_conditional_caution_and_what_led_to_it_are_kept_back_from_the_day_it_is_spent()
    {
        var journey = Journey().With(
            new JourneyOpened(OpenedBy.Hand) { HappenedOn = Day("2024-01-01") },
            Facts.Arrested().On("2024-01-01"),
            new ConditionallyCautioned([], Day("2024-04-09")) { HappenedOn = Day("2024-01-10") });

        Spent(journey, "2024-04-09").Should().BeEmpty("three months, the last day counts");
        Spent(journey, "2024-04-10").Should().BeEquivalentTo([Id(2), Id(3)]);
    }

    [Fact]
    public void A_simple_caution_is_spent_on_its_own_day_and_goes_with_what_led_to_it()
    {
        var journey = Journey().With(
            Facts.Arrested().On("2024-01-01"),
            Facts.Arrested().On("2024-01-10"),
            new Cautioned { HappenedOn = Day("2024-01-10") },
            Facts.Arrested().On("2024-01-11"));

        Spent(journey, "2024-01-12").Should().BeEquivalentTo([Id(1), Id(2), Id(3)]);
    }

    [Fact]
    public void What_is_open_or_came_later_is_never_kept_back()
    {
        var journey = Journey().With(
            Facts.Arrested().On("2024-01-01"),
            new ConditionallyCautioned([], Day("2024-04-09")) { HappenedOn = Day("2024-01-10") },
            Facts.Arrested().On("2024-06-01"));

        Spent(journey, "2024-06-02").Should().BeEquivalentTo([Id(1), Id(2)]);
    }

    [Fact]
    public void A_caution_whose_conditions_nobody_ended_is_open_and_told() => Spent(
        Journey().With(Facts.Arrested().On("2024-01-01"), new ConditionallyCautioned([]) { HappenedOn = Day("2024-01-10") }), "2024-06-02").Should().BeEmpty();

    [Fact]
    public void A_matter_keeps_what_is_of_it_together_and_apart_from_others()
    {
        var journey = Journey().With(
            Facts.Arrested().On("2024-01-01").About("a"),
            Facts.Arrested().On("2024-01-05").About("b"),
            new ConditionallyCautioned([], Day("2024-04-09")) { HappenedOn = Day("2024-01-10") }.About("a"));

        Spent(journey, "2024-06-02").Should().BeEquivalentTo([Id(1), Id(3)]);
    }

    [Fact]
    public void What_corrects_a_spent_fact_goes_with_it()
    {
        var journey = Journey().With(
            Facts.Arrested().On("2024-01-01"),
            new ConditionallyCautioned([], Day("2024-04-09")) { HappenedOn = Day("2024-01-09") },
            new Corrected(Id(2), new ConditionallyCautioned([], Day("2024-04-09")) { HappenedOn = Day("2024-01-10") }, CorrectionReason.WrongDay) { HappenedOn = Day("2024-01-11") });
        var access = JourneyAccess.Of(journey.Replayed).WithSpent(SpentFacts.Of(journey.Replayed, Day("2024-06-01")), journey.Recorded);

        access.Spent.Should().BeEquivalentTo([Id(1), Id(2), Id(3)]);
    }

    private static IReadOnlySet<Domain.Identity.FactId> Spent(A journey, string today) => SpentFacts.Of(journey.Replayed, Day(today));
}
