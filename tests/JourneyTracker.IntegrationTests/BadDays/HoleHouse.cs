using System.Diagnostics;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Journal;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>A durable journal whose holes are closed as on a folding node, with a reader that follows it.</summary>
public sealed class HoleHouse : IAsyncLifetime, IAsyncDisposable
{
    public const string Draw = "select nextval('journeys.mt_events_sequence')";
    private readonly CancellationTokenSource stop = new();
    private DurableHouse house = null!;
    private Task running = Task.CompletedTask;

    internal DurableHouse House => house;

    internal Follower Reader { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        house = await DurableHouse.OpenAsync(null, ("max_prepared_transactions", "4"));
        Reader = new Follower(house.Journal, house.SuperuserConnectionString);
        running = Task.WhenAll(house.Database.HoleCloser.RunAsync(stop.Token), Reader.RunAsync(0, stop.Token));
    }

    internal Task<OtherWriter> TransactionAsync() => OtherWriter.BeginAsync(house.SuperuserConnectionString);

    internal async Task<long> RecordAsync()
    {
        var outcome = await house.Journal.AppendAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("a"))), default);
        return ((AppendOutcome.Accepted)outcome).Facts[0].Position;
    }

    /// <summary>
    /// Again and again: somebody draws a number, a fact is recorded behind it, and that somebody ends. The wait is from that end until the reader has
    /// seen the fact behind. Before the end, the reader must not have.
    /// </summary>
    internal async Task<Waits> MeasureAsync(int rounds, Func<OtherWriter, long, Task> end, TimeSpan before = default)
    {
        var waits = new Waits();
        for (var round = 0; round < rounds; round++)
        {
            await using var other = await TransactionAsync();
            var number = await other.ScalarAsync<long>(Draw);
            var behind = await RecordAsync();
            await Task.Delay(before + TimeSpan.FromMilliseconds(5));
            Reader.SeenAt(behind).Should().BeNull("a number before it has no row yet");
            await end(other, number);
            var ended = Stopwatch.GetTimestamp();
            waits.Add(Stopwatch.GetElapsedTime(ended, await Reader.WhenSeenAsync(behind)));
        }

        return waits;
    }

    /// <summary>Nothing was passed that has no row, and every row was seen once and in order.</summary>
    internal async Task CheckAsync()
    {
        var last = await RecordAsync();
        await Reader.WhenSeenAsync(last);
        Reader.Wrong.Should().BeNull();
        Reader.Positions.Should().Equal((await house.LinesAsync("select seq_id from journeys.mt_events where type <> 'tombstone' order by seq_id")).Select(l => long.Parse(l, null)));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await house.DisposeAsync();
        stop.Dispose();
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
}
