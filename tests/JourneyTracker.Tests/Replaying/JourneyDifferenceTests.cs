using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Differences;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Replaying;

public sealed class JourneyDifferenceTests
{
    private static readonly A Journey = A.Journey().With(
        Arrested().On("2024-01-01"),
        Received(CustodyBasis.Remand).On("2024-02-01"),
        new Corrected(Id(2), Received(CustodyBasis.Remand).On("2024-03-01"), CorrectionReason.WrongDay) { HappenedOn = Day("2024-05-01") },
        Charged().On("2024-01-20"),
        new Withdrawn(Id(1), CorrectionReason.WrongWoman) { HappenedOn = Day("2024-05-02") });

    [Fact]
    public void Nothing_differs_from_itself() => Between((2, "2024-02-15"), (2, "2024-02-15")).IsNone.Should().BeTrue();

    [Fact]
    public void A_correction_shows_the_spells_that_went_and_came_and_what_made_them()
    {
        var difference = Between((2, "2024-02-15"), (3, "2024-02-15"));
        (difference.Before, difference.After).Should().Be((Stage.Remanded, Stage.UnderInvestigation));
        difference.SpellsGone.Select(s => (s.Stage, s.From)).Should().Equal((Stage.UnderInvestigation, Day("2024-01-01")), (Stage.Remanded, Day("2024-02-01")));
        difference.SpellsCome.Select(s => (s.Stage, s.From)).Should().Equal((Stage.UnderInvestigation, Day("2024-01-01")));
        difference.Facts.Should().Equal(new FactDifference(Id(2), FactChange.Corrected, Id(3)));
    }

    [Fact]
    public void What_was_recorded_and_what_was_taken_back_are_named_with_the_fact_that_did_it() =>
        Between((3, "2024-06-01"), (5, "2024-06-01")).Facts.Should().Equal(
            new FactDifference(Id(1), FactChange.Withheld, Id(5)), new FactDifference(Id(4), FactChange.Recorded, Id(4)));

    [Fact]
    public void Between_two_days_facts_happen_and_nobody_records_anything() =>
        Between((5, "2024-01-10"), (5, "2024-03-10")).Facts.Should().Equal(
            new FactDifference(Id(4), FactChange.HappenedSince, null), new FactDifference(Id(2), FactChange.HappenedSince, null));

    [Fact]
    public void Seen_backwards_they_have_not_yet_happened() =>
        Between((5, "2024-03-10"), (5, "2024-01-10")).Facts.Select(f => f.Change).Should().OnlyContain(c => c == FactChange.NotYetHappened).And.HaveCount(2);

    private static JourneyDifference Between((long Position, string Day) from, (long Position, string Day) to) => JourneyDifference.Between(At(from), At(to));

    private static KnownJourney At((long Position, string Day) at) => new(at.Position, Day(at.Day), Replay.Of(Journey.Recorded, at.Position));
}
