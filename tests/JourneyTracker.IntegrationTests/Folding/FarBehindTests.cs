using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.IntegrationTests.Folding;

public sealed class FarBehindTests
{
    [PostgresFact]
    public async Task A_node_that_begins_far_behind_folds_by_journey_and_boards_begin_anew()
    {
        await using var house = await FoldingHouse.CreateAsync(new() { QuietFrom = 50 });
        await using var other = await FoldingHouse.CreateAsync();
        var before = await house.Feed.SnapshotAsync(FoldingHouse.North, FoldingHouse.Today, BoardCut.Snapshot, default);
        foreach (var one in new[] { house, other })
        {
            await RandomFacts.RecordAsync(one, seed: 8, women: 10, facts: 60);
            await one.FoldAsync();
        }

        (await house.Health.ReadAsync(default)).Behind.Should().Be(0);
        (await house.Feed.ReadAsync(FoldingHouse.North, before.Position, null, 100, default)).Should().BeNull("nobody was told what happened, so everybody looks again");
        var after = await house.Feed.SnapshotAsync(FoldingHouse.North, FoldingHouse.Today, BoardCut.Snapshot, default);
        var theirs = await other.Feed.SnapshotAsync(FoldingHouse.North, FoldingHouse.Today, BoardCut.Snapshot, default);
        after.Counts.Should().BeEquivalentTo(theirs.Counts);
        (await house.MessagesAsync(after.Position)).Should().BeEmpty();

        await house.OpenAsync(FoldingHouse.Today);
        await house.FoldAsync();

        (await house.MessagesAsync(after.Position)).Should().ContainSingle("from here on every movement is announced");
    }

    [PostgresFact]
    public async Task A_board_is_cut_in_the_database_and_counted_whole()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await RandomFacts.RecordAsync(house, seed: 4, women: 40, facts: 120);
        await house.FoldAsync();
        foreach (var area in new[] { null, "E23000007", "E23000012" })
        {
            var whole = await house.Feed.SnapshotAsync(FoldingHouse.North, FoldingHouse.Today, new BoardCut(new(area), 1_000), default);
            var cut = await house.Feed.SnapshotAsync(FoldingHouse.North, FoldingHouse.Today, new BoardCut(new(area), 2, Domain.Matters.Stage.InCustody), default);

            whole.Women.Should().OnlyContain(w => area == null || w.Area == area);
            cut.Counts.Should().BeEquivalentTo(whole.Women.GroupBy(w => w.Stage).ToDictionary(g => g.Key, g => g.Count()));
            cut.Women.Should().Equal(whole.Women.GroupBy(w => w.Stage).SelectMany(g => g.Take(g.Key == Domain.Matters.Stage.InCustody ? 1_000 : 2)));
            (await house.Feed.WomenAsync(FoldingHouse.North, [.. whole.Women.Select(w => w.Journey)], FoldingHouse.Today, default)).Values.Should().BeEquivalentTo(whole.Women);
        }
    }
}
