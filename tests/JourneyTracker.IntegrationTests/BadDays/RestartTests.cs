using System.Diagnostics;
using System.Globalization;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Folding;
using Xunit.Abstractions;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>PostgreSQL is stopped and started again while everybody is at work.</summary>
[Collection(BadDay.Collection)]
public sealed class RestartTests(ITestOutputHelper output)
{
    [PostgresFact]
    public async Task Everybody_reconnects_and_nothing_is_lost()
    {
        await using var house = await DurableHouse.OpenAsync();
        await using var serve = await ServeProcess.StartAsync(house);
        var (ledger, watcher) = (new Ledger(), new Watcher(() => serve));
        using var sending = new CancellationTokenSource();
        using var watching = new CancellationTokenSource();
        var watched = watcher.RunAsync(watching.Token);
        var pause = TimeSpan.FromMilliseconds(10);
        Appender[] appenders = [new("api", Senders.ThroughApi(() => serve), ledger, pause), new("journal", Senders.ThroughJournal(house.Journal), ledger, pause)];
        var sent = Task.WhenAll(appenders.Select(a => a.RunAsync(sending.Token)));
        await BadDay.UntilAsync(() => Task.FromResult(ledger.Count > 20), "the load runs");

        var stopped = Stopwatch.GetTimestamp();
        await house.RestartServerAsync();
        var (back, count) = (Stopwatch.GetElapsedTime(stopped), ledger.Count);
        await BadDay.UntilAsync(() => Task.FromResult(ledger.Count > count + 20), "facts are taken again");
        var taken = Stopwatch.GetElapsedTime(stopped);
        await sending.CancelAsync();
        await sent;

        var health = new FoldingHealth(house.Database.Sources);
        await BadDay.UntilAsync(async () => await health.ReadAsync(default) is { Behind: 0 } state && watcher.Last == state.FeedPosition, "the watcher has seen everything");
        await BadDay.UntilAsync(async () => (await serve.Client.GetAsync("/health/ready")).IsSuccessStatusCode, "the server says that it is ready");
        await watching.CancelAsync();
        await watched;
        serve.HasEnded.Should().BeFalse();
        watcher.Wrong.Should().BeNull();
        (await ledger.LostAsync(house)).Should().Be(0);
        (await Ledger.DoubledAsync(house)).Should().Be(0);
        BadDay.Report(output, string.Create(CultureInfo.InvariantCulture,
            $"PostgreSQL restarted under load: back after {back.TotalSeconds:0.0} s, facts taken again after {taken.TotalSeconds:0.0} s; acknowledged {ledger.Count:N0}, sent again {appenders.Sum(a => a.Again)}, lost 0, doubled 0"));
    }
}
