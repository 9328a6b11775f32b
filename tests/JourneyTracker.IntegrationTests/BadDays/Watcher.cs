using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.SignalR.Client;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>A client of the board that comes back with the last position it saw, whatever happens, to whichever server there is.</summary>
internal sealed class Watcher(Func<ServeProcess?> server)
{
    private readonly Lock gate = new();
    private readonly List<BoardFrame> movements = [];
    private long? first;
    private long? last;

    /// <summary>The position it began at, and then every movement.</summary>
    public long? First => first;

    public long? Last
    {
        get
        {
            lock (gate) return last;
        }
    }

    public int Connections { get; private set; }

    /// <summary>What went against exactly once and in order; null while nothing did.</summary>
    public string? Wrong { get; private set; }

    public IReadOnlyList<BoardFrame> Movements
    {
        get
        {
            lock (gate) return [.. movements];
        }
    }

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (server() is { HasEnded: false } here) await WatchAsync(here.Address, stop);
            }
            catch (Exception) when (Wrong is null)
            {
                // Whatever broke it: it comes back.
            }

            await Task.Delay(50, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WatchAsync(Uri address, CancellationToken stop)
    {
        await using var client = await HubClient.ConnectAsync(address);
        Connections++;
        await foreach (var frame in client.Connection.StreamAsync<BoardFrame>("Watch", DurableHouse.North.Name, Last, stop)) Take(frame);
    }

    private void Take(BoardFrame frame)
    {
        lock (gate)
        {
            switch (frame.Kind)
            {
                case BoardFrameKind.Snapshot when last is null:
                    first = last = frame.Position;
                    break;
                case BoardFrameKind.Snapshot:
                    Wrong ??= $"It was sent a new snapshot at {frame.Position} though it had seen {last}.";
                    break;
                case BoardFrameKind.Movement:
                    if (frame.Position != last + 1) Wrong ??= $"After {last} came {frame.Position}.";
                    last = frame.Position;
                    movements.Add(frame);
                    break;
                case BoardFrameKind.CaughtUp:
                    break;
            }
        }
    }
}
