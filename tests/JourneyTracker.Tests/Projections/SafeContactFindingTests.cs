using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.DataQuality;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Projections;

public sealed class SafeContactFindingTests
{
    private static readonly SafeContact Asked = new(Protected.Of(new SafeWays([]))) { HappenedOn = default };

    [Fact]
    public void Who_came_from_another_partnership_is_to_be_asked_for_her_safe_contact() =>
        Of(Moved(MoveDirection.From)).Should().Equal(new Finding(FindingCode.SafeContactNotAsked, A.Day("2026-03-10"), A.Id(2)));

    [Fact]
    public void Once_she_was_asked_here_nothing_is_found()
    {
        Of(Moved(MoveDirection.From).With(Asked.On("2026-03-10"))).Should().BeEmpty();
        Of(Moved(MoveDirection.From).With(Asked.On("2026-03-09"))).Should().NotBeEmpty("that was before the move, on a journey merged with this one");
    }

    [Fact]
    public void Neither_who_left_nor_who_was_always_here_is_found()
    {
        Of(Moved(MoveDirection.To)).Should().BeEmpty();
        Of(A.Journey().With(Opened())).Should().BeEmpty();
    }

    private static A Moved(MoveDirection direction) =>
        A.Journey().With(Opened(), new MovedPartnership(direction, new Partnership("southshire")) { HappenedOn = A.Day("2026-03-10") });

    private static JourneyOpened Opened() => new(OpenedBy.Hand) { HappenedOn = A.Day("2026-03-10") };

    private static IEnumerable<Finding> Of(A journey) =>
        DataQualityFindings.Of(journey.Replayed, journey.Status).Where(f => f.Code == FindingCode.SafeContactNotAsked);
}
