using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Events;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>When a load is written journey by journey, and when as it comes.</summary>
public class LoadOrderTests
{
    private static readonly JourneyId First = new(Guid.Parse("00000000-0000-4000-8000-000000000001"));
    private static readonly JourneyId Second = new(Guid.Parse("00000000-0000-4000-8000-000000000002"));

    private static readonly Append[] Mixed = [Of(Second, "a"), Of(First, "b"), Of(Second, "c"), Of(First, "d")];

    public static TheoryData<string> Reasons => ["made-up instant", "reference twice", "expected version", "two partnerships"];

    [Fact]
    public void Appends_are_written_journey_by_journey_each_in_its_own_order() => LoadOrder.Of(Mixed).Should().Equal(1, 3, 0, 2);

    [Theory]
    [MemberData(nameof(Reasons))]
    public void They_are_written_as_they_come_when_the_order_among_journeys_matters(string why)
    {
        var last = why switch
        {
            "made-up instant" => Mixed[3] with { Facts = [Mixed[3].Facts[0] with { RecordedAt = DateTimeOffset.UnixEpoch }] },
            "reference twice" => Of(First, "a"),
            "expected version" => Mixed[3] with { ExpectedVersion = 1 },
            _ => Mixed[3] with { Partnership = JournalHouse.South },
        };

        LoadOrder.Of([.. Mixed[..3], last]).Should().Equal(0, 1, 2, 3);
    }

    private static Append Of(JourneyId journey, string reference) => Samples.Append(journey, Samples.New(Samples.Contact("a"), reference));
}
