using System.Globalization;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using Xunit.Abstractions;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>Clients that have asked for a board and do not read it.</summary>
[Collection(BadDay.Collection)]
public sealed class SlowClientTests(ITestOutputHelper output)
{
    private const int Clients = 10;
    private const int BytesOfMovement = 250;

    private static int Movements => BadDay.Full ? 60_000 : 12_000;

    [PostgresFact]
    public async Task They_hold_nobody_up_and_get_everything_once_and_in_order_when_they_read_again()
    {
        await using var house = await DurableHouse.OpenAsync();
        await using var serve = await ServeProcess.StartAsync(house);
        using var watching = new CancellationTokenSource();
        var quick = new Watcher(() => serve);
        var watched = quick.RunAsync(watching.Token);
        var slow = new List<SlowClient>();
        for (var i = 0; i < Clients; i++) slow.Add(await SlowClient.ConnectAsync(serve.Address));
        // The process is as large as work makes it before it is compared with itself.
        await MoveAsync(house, 2_000, "first");
        await BadDay.UntilAsync(() => Task.FromResult(quick.Last >= 2_000), "the quick client has seen the first movements");
        var before = await serve.ResidentMegabytesAsync();

        await MoveAsync(house, Movements, "then");
        var last = 2_000L + Movements;
        await BadDay.UntilAsync(() => Task.FromResult(quick.Last >= last), "the quick client has seen every movement");
        var after = await serve.ResidentMegabytesAsync();
        quick.Wrong.Should().BeNull();
        var unread = UnreadBytes(serve.Address.Port) / Clients;
        unread.Should().BeLessThan(last * BytesOfMovement, "the rest has not been made for them yet");
        // A few MiB more or less say nothing of a process; what an unbounded buffer would take in a full run does.
        if (BadDay.Full) (after - before).Should().BeLessThan(Clients * (long)Movements * BytesOfMovement / 2 >> 20, "what is kept for them is bounded");

        foreach (var client in slow.Take(3)) (await client.ReadUntilAsync(last)).Should().Equal(Enumerable.Range(1, (int)last).Select(p => (long)p));
        BadDay.Report(output, string.Create(CultureInfo.InvariantCulture,
            $"slow clients: {Clients} that read nothing of {Movements:N0} movements: the server's resident memory went from {before} to {after} MiB, {unread >> 10:N0} KiB of each one's movements stood in the kernel; 3 of them then read all {last:N0} once and in order"));
        await watching.CancelAsync();
        await watched;
        foreach (var client in slow) await client.DisposeAsync();
    }

    /// <summary>What the kernel holds of the server's answers because nobody reads them.</summary>
    private static long UnreadBytes(int port) => File.ReadLines("/proc/net/tcp").Concat(File.ReadLines("/proc/net/tcp6")).Skip(1)
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(f => f.Length > 4 && f[1].EndsWith($":{port:X4}", StringComparison.Ordinal))
        .Sum(f => long.Parse(f[4].Split(':')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static async Task MoveAsync(DurableHouse house, int journeys, string name)
    {
        var appends = Enumerable.Range(0, journeys).Select(i => Samples.Append(
            Samples.NewJourney(), Samples.New(new Cautioned { HappenedOn = Samples.Day }, string.Create(CultureInfo.InvariantCulture, $"{name} {i}"))));
        (await house.Journal.LoadAsync([.. appends], default)).Should().AllBeOfType<AppendOutcome.Accepted>();
    }
}
