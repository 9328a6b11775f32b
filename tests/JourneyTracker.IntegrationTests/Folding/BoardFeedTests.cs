using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.IntegrationTests.Folding;

public sealed class BoardFeedTests
{
    private static readonly DateOnly Today = FoldingHouse.Today;

    [PostgresTheory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task A_snapshot_and_the_messages_after_it_are_the_later_snapshot(int seed)
    {
        await using var house = await FoldingHouse.CreateAsync(new() { MostFacts = 5 });
        await RandomFacts.RecordAsync(house, seed, women: 8, facts: 30);
        await house.FoldAsync();
        var snapshot = await house.Feed.SnapshotAsync(FoldingHouse.North, Today, BoardCut.Snapshot, default);
        for (var day = 0; day < 12; day++)
        {
            house.Clock.Set(LondonDay.StartOf(Today.AddDays(day)).AddHours(8));
            await RandomFacts.RecordAsync(house, seed + (100 * day), women: 2, facts: 6);
            await house.FoldAsync();
        }

        var later = await house.Feed.SnapshotAsync(FoldingHouse.North, Today.AddDays(11), BoardCut.Snapshot, default);
        var messages = await house.MessagesAsync(snapshot.Position);
        messages.Select(m => m.Position).Should().Equal(Enumerable.Range(1, messages.Count).Select(i => snapshot.Position + i));
        messages.Select(m => m.Kind).Distinct().Should().HaveCount(3, "otherwise the test would say little");
        messages[^1].Position.Should().Be(later.Position);

        var board = snapshot.Women.ToDictionary(w => w.Journey, w => (w.Stage, w.Since));
        foreach (var message in messages)
        {
            (board.TryGetValue(message.Journey, out var was) ? was.Stage : Stage.NotYetKnown).Should().Be(message.From, "each message goes on from the one before");
            board[message.Journey] = (message.To, message.Day);
        }

        board.Should().BeEquivalentTo(later.Women.ToDictionary(w => w.Journey, w => (w.Stage, w.Since)));
    }

    [PostgresFact]
    public async Task A_board_shows_each_woman_on_a_day_with_her_area_and_the_agency()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var journey = await house.OpenAsync(Today.AddDays(-20), new CharacteristicsRecorded(Area: "E23000012") { HappenedOn = Today.AddDays(-3) }, new Arrested { HappenedOn = Today.AddDays(-2) });
        await house.FoldAsync();

        (await house.Feed.SnapshotAsync(FoldingHouse.North, Today, BoardCut.Snapshot, default)).Women.Should().Equal(
            new BoardWoman(journey, Stage.UnderInvestigation, Today.AddDays(-2), "E23000012", "Test Agency"));
        (await house.Feed.SnapshotAsync(FoldingHouse.North, Today.AddDays(-10), BoardCut.Snapshot, default)).Women.Should().Equal(
            new BoardWoman(journey, Stage.NoCurrentInvolvement, Today.AddDays(-20), "E23000007", "Test Agency"));
        (await house.Feed.SnapshotAsync(FoldingHouse.North, Today.AddDays(-21), BoardCut.Snapshot, default)).Women.Should().BeEmpty("she was not yet known");
        (await house.Feed.SnapshotAsync(new Partnership("south"), Today, BoardCut.Snapshot, default)).Women.Should().BeEmpty("she is not theirs");
    }

    [PostgresFact]
    public async Task Who_follows_the_feed_is_told_every_message_once_and_in_order()
    {
        await using var house = await FoldingHouse.CreateAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var runs = house.Node().RunAsync(stop.Token);
        var recording = RandomFacts.RecordAsync(house, seed: 21, women: 30, facts: 60);
        var seen = new List<BoardMessage>();
        await foreach (var messages in house.Feed.TailAsync(0, stop.Token))
        {
            seen.AddRange(messages);
            if (seen.Select(m => m.Journey).Distinct().Count() == 30) break;
        }

        await recording;
        seen.Select(m => m.Position).Should().Equal(Enumerable.Range(1, seen.Count).Select(i => (long)i));
        (await house.MessagesAsync()).Take(seen.Count).Should().Equal(seen);
        await stop.CancelAsync();
        await runs;
    }

    [PostgresFact]
    public async Task Who_follows_from_a_position_the_feed_does_not_keep_is_told_so()
    {
        await using var house = await FoldingHouse.CreateAsync();
        var following = async () =>
        {
            await foreach (var _ in house.Feed.TailAsync(7, default)) break;
        };
        await following.Should().ThrowAsync<InvalidOperationException>();
    }
}
