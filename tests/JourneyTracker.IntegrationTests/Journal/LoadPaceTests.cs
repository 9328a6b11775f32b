using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Events;
using JourneyTracker.Journal.Folding;
using Microsoft.Extensions.Logging.Abstractions;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>A load beside a node that folds goes in small steps, each folded before the next; beside none it does not wait.</summary>
public sealed class LoadPaceTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [PostgresFact]
    public async Task A_load_beside_a_folding_node_ends_with_its_facts_folded()
    {
        using var stop = new CancellationTokenSource();
        var node = new FoldingNode(house.House, TimeProvider.System, NullLogger<FoldingNode>.Instance);
        var folding = node.RunAsync(stop.Token);
        while (!node.IsFolding) await Task.Delay(5);

        var outcomes = await house.House.Journal.LoadAsync([.. Enumerable.Range(0, 1_000).Select(_ => Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("a"), Samples.Unique("r"))))], default);

        var folded = (await new FoldingHealth(house.House.Sources).ReadAsync(default)).FoldedTo;
        folded.Should().BeGreaterThanOrEqualTo(outcomes.Max(o => ((AppendOutcome.Accepted)o).Facts[0].Position), "it waited for the folding after each step");
        await stop.CancelAsync();
        await folding;
    }

    [PostgresFact]
    public async Task Without_a_folding_node_a_load_takes_large_steps()
    {
        var pace = new LoadPace(house.House.Sources.Loader, yields: true);

        await pace.BeginAsync(default);

        pace.Facts.Should().Be(4_000);
        await pace.AfterAsync(long.MaxValue, default).WaitAsync(Patience);
        pace.Facts.Should().Be(4_000, "nobody folds, so nobody is waited for");
    }

    [PostgresFact]
    public async Task A_node_that_does_not_get_on_is_not_waited_for()
    {
        await using var session = await FoldingSession.TryOpenAsync(house.House.Sources, new FoldingOptions(), TimeProvider.System, default);
        var pace = new LoadPace(house.House.Sources.Loader, yields: true);

        await pace.BeginAsync(default);
        for (var step = 0; step < 4; step++) await pace.AfterAsync(long.MaxValue, default).WaitAsync(Patience);

        session.Should().NotBeNull();
        pace.Facts.Should().Be(16, "steps that are folded slowly are made small, however long all of them took");
    }

    [PostgresFact]
    public async Task Who_asked_for_full_speed_waits_for_nobody()
    {
        await using var session = await FoldingSession.TryOpenAsync(house.House.Sources, new FoldingOptions(), TimeProvider.System, default);
        var pace = new LoadPace(house.House.Sources.Loader, yields: false);

        await pace.BeginAsync(default);
        await pace.AfterAsync(long.MaxValue, default).WaitAsync(Patience);

        session.Should().NotBeNull();
        pace.Facts.Should().Be(4_000);
    }
}
