using Npgsql;

namespace JourneyTracker.Journal.Events;

/// <summary>Listens on a channel and wakes those who follow. The one for appends is Marten's: whoever appends rings it.</summary>
internal sealed class Bell(DataSources sources, string channel = "mt_events_appended") : IAsyncDisposable
{
    private static readonly TimeSpan BeforeReconnect = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private TaskCompletionSource next = Fresh();
    private Task? listening;

    /// <summary>Completes at the next ring after this call.</summary>
    public Task Next()
    {
        lock (gate)
        {
            listening ??= Task.Run(ListenAsync);
            return next.Task;
        }
    }

    /// <summary>Waits for a ring that was asked for before, or for the time to pass.</summary>
    public static async Task WaitAsync(Task ring, TimeSpan atMost, CancellationToken ct)
    {
        try
        {
            await ring.WaitAsync(atMost, ct);
        }
        catch (TimeoutException)
        {
            // Nobody rang, or the bell is broken: look all the same.
        }
    }

    private async Task ListenAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = sources.Unpooled("journeys_reader");
                connection.Notification += (_, _) => Ring();
                await connection.OpenAsync(stop.Token);
                await using (var listen = new NpgsqlCommand($"listen {channel}", connection)) await listen.ExecuteNonQueryAsync(stop.Token);
                Ring();
                while (true) await connection.WaitAsync(stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException)
            {
                await Task.WhenAny(Task.Delay(BeforeReconnect, stop.Token));
            }
        }
    }

    private void Ring()
    {
        lock (gate)
        {
            next.TrySetResult();
            next = Fresh();
        }
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (listening is not null) await listening;
        stop.Dispose();
    }
}
