using JourneyTracker.Outcomes.Processes;
using JourneyTracker.Outcomes.Statistics;

namespace JourneyTracker.Tests.Outcomes.Processes;

public sealed class DirectlyFollowsTests
{
    private static readonly ProcessEvent[] Log =
    [
        On("A", "arrested", 1), On("A", "released", 2), On("A", "arrested", 12), On("A", "released", 16),
        On("B", "arrested", 1), On("B", "released", 8), On("C", "referred", 3),
    ];

    [Fact]
    public void Pairs_are_counted_by_occurrence_and_by_case_with_their_median_gap()
    {
        var graph = DirectlyFollowsGraph.Of(Log);

        graph.Pairs.Should().Equal(
            new DirectlyFollows("arrested", "released", 3, 2, new GapSummary(3, 4, 4, 1, 7)),
            new DirectlyFollows("released", "arrested", 1, 1, new GapSummary(1, 10, 10, 10, 10)));
        (graph.Cases, graph.Events).Should().Be((3, 7));
    }

    [Fact]
    public void Starts_ends_and_activities_are_counted()
    {
        var graph = DirectlyFollowsGraph.Of(Log);

        graph.Starts.Should().BeEquivalentTo(new Dictionary<string, long> { ["arrested"] = 2, ["referred"] = 1 });
        graph.Ends.Should().BeEquivalentTo(new Dictionary<string, long> { ["released"] = 2, ["referred"] = 1 });
        graph.Activities.Should().BeEquivalentTo(new Dictionary<string, long> { ["arrested"] = 3, ["released"] = 3, ["referred"] = 1 });
    }

    [Fact]
    public void A_log_without_events_has_nothing_in_it() =>
        DirectlyFollowsGraph.Of([]).Should().BeEquivalentTo(new { Cases = 0, Events = 0, Pairs = Array.Empty<DirectlyFollows>(), Ends = new Dictionary<string, long>() });

    [Fact]
    public void Variants_come_by_frequency_and_then_by_their_text() => VariantCounter.Of([.. Log, On("D", "arrested", 4), On("D", "released", 4), On("E", "declined", 4)]).Should().Equal(
        new Variant("arrested > released", 2), new Variant("arrested > released > arrested > released", 1), new Variant("declined", 1), new Variant("referred", 1));

    private static ProcessEvent On(string @case, string activity, int day) => ProcessEvent.OnDay(@case, activity, new DateOnly(2026, 3, day));
}
