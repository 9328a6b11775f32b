using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.SignalR;

namespace JourneyTracker.Web.SignIn;

/// <summary>Ends the hub connections of sessions that have ended, and of tokens that have expired, within a few seconds.</summary>
internal sealed class HubSessions(Sessions sessions, TimeProvider clock, ILogger<HubSessions> log) : BackgroundService, IHubFilter
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, (HubCallerContext Connection, Asker Asker)> open = new();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (context.Context.GetHttpContext()?.Features.Get<Asker>() is { } asker) open[context.Context.ConnectionId] = (context.Context, asker);
        await next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        open.TryRemove(context.Context.ConnectionId, out _);
        return next(context, exception);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(t => t.IsCompletedSuccessfully && t.Result, TaskScheduler.Default))
        {
            try
            {
                await EndThoseThatEndedAsync(stoppingToken);
            }
            catch (Exception unwell) when (unwell is DbException or TimeoutException)
            {
                log.LogWarning(new EventId(1, "sessions-not-read"), unwell, "Whether sessions have ended cannot be read; trying again.");
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task EndThoseThatEndedAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var (connection, asker) in open.Values)
        {
            if (asker.Until <= now) connection.Abort();
        }

        var watched = open.Values.Where(c => c.Asker.Session is not null).ToLookup(c => Convert.ToHexString(c.Asker.Session!.Id));
        if (watched.Count == 0) return;
        var alive = (await sessions.AliveAsync([.. watched.Select(w => Convert.FromHexString(w.Key))], ct)).Select(Convert.ToHexString).ToHashSet();
        foreach (var (connection, _) in watched.Where(w => !alive.Contains(w.Key)).SelectMany(w => w)) connection.Abort();
    }
}
