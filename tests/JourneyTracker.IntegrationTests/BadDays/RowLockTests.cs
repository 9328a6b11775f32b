using System.Diagnostics;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using Xunit.Abstractions;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>Somebody else holds one journey's row.</summary>
[Collection(BadDay.Collection)]
public sealed class RowLockTests(JournalHouse house, ITestOutputHelper output) : IClassFixture<JournalHouse>
{
    private int turnedAway;

    private static TimeSpan Held => TimeSpan.FromSeconds(BadDay.Full ? 10 : 2);

    [PostgresFact]
    public async Task A_lock_that_is_held_delays_that_journey_and_no_other()
    {
        var locked = Samples.NewJourney();
        await AcceptedAsync(Samples.Append(locked, Samples.New(Samples.Contact("first"))));
        var holder = await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString);
        await holder.ExecuteAsync($"select from journeys.mt_streams where id = '{locked}' for update");

        // More than are set aside at once, so that the aside is full too.
        var waiting = Enumerable.Range(0, 30).Select(i => UntilAcceptedAsync(Samples.Append(locked, Samples.New(Samples.Contact($"c{i}"))))).ToList();
        var others = new Waits();
        using var over = new CancellationTokenSource(Held);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OthersAsync(others, over.Token)));
        waiting.Should().OnlyContain(w => !w.IsCompleted, "the row is still locked");
        others.Count.Should().BeGreaterThan(4, "nobody else waits for it");

        var freed = Stopwatch.GetTimestamp();
        await holder.DisposeAsync();
        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(30));
        BadDay.Report(output, $"row lock held {Held.TotalSeconds:0} s: appends to other journeys meanwhile {others}; the {waiting.Count} waiting ones (turned away as busy {turnedAway} times, sent again) were through {Stopwatch.GetElapsedTime(freed).TotalMilliseconds:0} ms after it was let go");
        (await house.House.Journal.ReadAsync(JournalHouse.North, locked, null, default)).Should().HaveCount(31);
    }

    private async Task OthersAsync(Waits waits, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            await AcceptedAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("other"))));
            waits.Add(Stopwatch.GetElapsedTime(began));
            await Task.Delay(5, CancellationToken.None);
        }
    }

    /// <summary>Whoever waits too long is turned away as busy, which says that nothing was recorded.</summary>
    private async Task UntilAcceptedAsync(Append append)
    {
        while (await house.House.Journal.AppendAsync(append, default) is AppendOutcome.Refused refused)
        {
            refused.Why.Rule.Should().Be(Rule.Busy);
            Interlocked.Increment(ref turnedAway);
            await Task.Delay(50);
        }
    }

    private async Task AcceptedAsync(Append append) =>
        (await house.House.Journal.AppendAsync(append, default)).Should().BeOfType<AppendOutcome.Accepted>();
}
