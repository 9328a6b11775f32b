using JourneyTracker.Domain.Access;
using JourneyTracker.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>Every message after a position exactly once and in order, whatever happens between catching up and following.</summary>
public sealed class BoardStreamTests : IAsyncLifetime, IDisposable
{
    private readonly ScriptedFeed feed = new();
    private readonly HiddenByHand hidden = new();
    private static readonly Caller Somebody = new("ada", "Agency", "VOLUNTARY", Role.Coordinator, ScriptedFeed.Ours);
    private readonly BoardFanOut fanOut;
    private readonly BoardStream stream;
    private readonly CancellationTokenSource end = new(TimeSpan.FromSeconds(30));

    public BoardStreamTests()
    {
        fanOut = new BoardFanOut(feed, hidden, NullLogger<BoardFanOut>.Instance);
        stream = new BoardStream(feed, fanOut, new SharedBoard(feed, new BoardCache(feed, TimeProvider.System), hidden), hidden);
    }

    public Task InitializeAsync() => fanOut.StartAsync(CancellationToken.None);

    public Task DisposeAsync() => fanOut.StopAsync(CancellationToken.None);

    [Fact]
    public async Task A_watcher_that_has_seen_nothing_gets_a_snapshot_and_then_what_follows()
    {
        feed.Add(3);
        await using var frames = Watch(since: null);
        var snapshot = await Next(frames);
        (snapshot.Kind, snapshot.Position, snapshot.Reset, snapshot.Words).Should().Be((BoardFrameKind.Snapshot, 3L, false, null));
        (await Next(frames)).Kind.Should().Be(BoardFrameKind.CaughtUp);
        feed.Add(2);
        (await Positions(frames, 2)).Should().Equal(4, 5);
    }

    [Fact]
    public async Task A_watcher_that_comes_back_gets_what_it_missed_and_is_told_how_much_that_was()
    {
        feed.Add(1_700);
        await using var frames = Watch(since: 100);
        (await Positions(frames, 1_600)).Should().Equal(Enumerable.Range(101, 1_600).Select(p => (long)p));
        (await Next(frames)).Should().BeEquivalentTo(new { Kind = BoardFrameKind.CaughtUp, Missed = 1_600, Position = 1_700L });
    }

    [Fact]
    public async Task Messages_that_come_while_it_reads_come_once_and_in_order()
    {
        feed.Add(20);
        var (before, after) = (3, 3);
        feed.BeforeRead = () => { if (before-- > 0) feed.Add(5); };
        feed.AfterRead = _ => { if (after-- > 0) feed.Add(5); };
        await using var frames = Watch(since: 0);
        var (seen, caughtUp) = (new List<long>(), false);
        while (!caughtUp || seen[^1] < 50)
        {
            var frame = await Next(frames);
            if (frame.Kind == BoardFrameKind.Movement) seen.Add(frame.Position);
            else caughtUp = true;
        }

        (feed.BeforeRead, feed.AfterRead) = (null, null);
        feed.Add(10);
        seen.AddRange(await Positions(frames, 10));
        seen.Should().Equal(Enumerable.Range(1, 60).Select(p => (long)p));
    }

    [Fact]
    public async Task Messages_that_come_right_after_the_last_read_are_not_lost()
    {
        await using var other = Watch(since: 0);
        (await Next(other)).Kind.Should().Be(BoardFrameKind.CaughtUp);
        var still = true;
        feed.AfterRead = count =>
        {
            if (count > 0 || !still) return;
            still = false;
            feed.Add(5);
            Positions(other, 5).Wait();
        };
        await using var frames = Watch(since: 0);
        var reading = Positions(frames, 5);
        await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(5)));
        reading.IsCompletedSuccessfully.Should().BeTrue("the tail had handed them out before the reader knew that nothing was left to read");
        (await reading).Should().Equal(1, 2, 3, 4, 5);
    }

    [Fact]
    public async Task Nothing_is_sent_of_a_woman_who_may_not_be_known_neither_from_the_feed_nor_as_it_happens()
    {
        feed.Add(3);
        hidden.Hide(feed.JourneyAt(2));
        await using var frames = Watch(since: 0);
        (await Positions(frames, 2)).Should().Equal(1, 3);
        (await Next(frames)).Should().BeEquivalentTo(new { Kind = BoardFrameKind.CaughtUp, Missed = 2 });
        feed.Add(1, of: feed.JourneyAt(2));
        feed.Add(1);
        (await Positions(frames, 1)).Should().Equal(5);
    }

    [Fact]
    public async Task When_that_changes_the_watcher_gets_the_board_anew()
    {
        feed.Add(3);
        await using var frames = Watch(since: 3);
        (await Next(frames)).Kind.Should().Be(BoardFrameKind.CaughtUp);

        hidden.Hide(feed.JourneyAt(2));
        feed.Add(1, of: feed.JourneyAt(2));

        (await Next(frames)).Should().BeEquivalentTo(new { Kind = BoardFrameKind.Snapshot, Reset = true, Position = 4L });
        feed.Add(1, of: feed.JourneyAt(2));
        feed.Add(1);
        (await Positions(frames, 1)).Should().Equal(6);
    }

    [Fact]
    public async Task Other_partnerships_messages_are_left_out()
    {
        await using var frames = Watch(since: 0);
        (await Next(frames)).Kind.Should().Be(BoardFrameKind.CaughtUp);
        feed.Add(5, ScriptedFeed.Theirs);
        feed.Add(1);
        (await Positions(frames, 1)).Should().Equal(6);
    }

    [Fact]
    public async Task A_position_older_than_the_feed_keeps_gets_a_new_snapshot_and_words()
    {
        feed.Add(50);
        feed.FirstKept = 30;
        await using var frames = Watch(since: 10);
        var snapshot = await Next(frames);
        (snapshot.Kind, snapshot.Reset, snapshot.Position).Should().Be((BoardFrameKind.Snapshot, true, 50L));
        snapshot.Words.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_position_that_the_feed_never_had_gets_a_new_snapshot()
    {
        feed.Add(5);
        await using var frames = Watch(since: 999);
        (await Next(frames)).Reset.Should().BeTrue();
    }

    [Fact]
    public async Task A_position_from_before_a_restore_gets_a_new_snapshot_and_the_new_epoch()
    {
        feed.Add(50);
        feed.Epoch = "second";
        await using var frames = Watch(since: 10, epoch: "first");
        (await Next(frames)).Should().BeEquivalentTo(new { Kind = BoardFrameKind.Snapshot, Reset = true, Position = 50L, Epoch = "second" });
        (await Next(frames)).Should().BeEquivalentTo(new { Kind = BoardFrameKind.CaughtUp, Epoch = "second" });
    }

    [Fact]
    public async Task A_watcher_that_is_there_during_a_restore_gets_a_new_snapshot()
    {
        feed.Add(5);
        await using var frames = Watch(since: 5);
        (await Next(frames)).Should().BeEquivalentTo(new { Kind = BoardFrameKind.CaughtUp, Epoch = "first" });
        feed.Epoch = "second";
        feed.TailBreaksAfter = 5;
        feed.Add(1);
        (await Next(frames)).Should().BeEquivalentTo(new { Kind = BoardFrameKind.Snapshot, Reset = true, Epoch = "second" });
    }

    [Fact]
    public async Task A_watcher_that_does_not_take_its_messages_is_buffered_no_further_and_still_loses_none()
    {
        await using var frames = Watch(since: 0);
        (await Next(frames)).Kind.Should().Be(BoardFrameKind.CaughtUp);
        var readsBefore = feed.Reads;
        var most = BoardStream.Room * 4;
        await using var other = Watch(since: 0);
        (await Next(other)).Kind.Should().Be(BoardFrameKind.CaughtUp);
        feed.Add(most);
        (await Positions(other, most)).Should().HaveCount(most, "the other watcher is not held up");
        (await Positions(frames, most)).Should().Equal(Enumerable.Range(1, most).Select(p => (long)p));
        feed.Reads.Should().BeGreaterThan(readsBefore + 3, "what did not fit was read from the feed");
    }

    [Fact]
    public async Task When_the_tail_breaks_nothing_is_lost_and_nothing_comes_twice()
    {
        await using var frames = Watch(since: 0);
        (await Next(frames)).Kind.Should().Be(BoardFrameKind.CaughtUp);
        feed.TailBreaksAfter = 15;
        feed.Add(30);
        (await Positions(frames, 30)).Should().Equal(Enumerable.Range(1, 30).Select(p => (long)p));
    }

    public void Dispose()
    {
        end.Dispose();
        fanOut.Dispose();
    }

    private IAsyncEnumerator<BoardFrame> Watch(long? since, string? epoch = null) => stream.WatchAsync(Somebody, since, epoch, end.Token).GetAsyncEnumerator(end.Token);

    private static async Task<BoardFrame> Next(IAsyncEnumerator<BoardFrame> frames)
    {
        (await frames.MoveNextAsync()).Should().BeTrue();
        return frames.Current;
    }

    private static async Task<List<long>> Positions(IAsyncEnumerator<BoardFrame> frames, int count)
    {
        var positions = new List<long>();
        while (positions.Count < count)
        {
            var frame = await Next(frames);
            if (frame.Kind == BoardFrameKind.Movement) positions.Add(frame.Position);
        }

        return positions;
    }
}
