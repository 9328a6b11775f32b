using JourneyTracker.Journal.Measuring;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.SignalR;

namespace JourneyTracker.Web.Hosting;

/// <summary>How many boards one connection may watch at once; counts the watchers.</summary>
internal sealed class HubBounds(ServerBounds bounds) : IHubFilter
{
    private static readonly object Key = new();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        context.Context.Items[Key] = new Boards();
        Meters.HubClients.Add(1);
        await next(context);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        Meters.HubClients.Add(-1);
        await next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var boards = (Boards)invocation.Context.Items[Key]!;
        if (Interlocked.Increment(ref boards.Now) > bounds.BoardsOfWatcher)
        {
            Interlocked.Decrement(ref boards.Now);
            Meters.RequestsRefused.Add(1, new KeyValuePair<string, object?>("bound", "boards"));
            throw new HubException($"One connection watches at most {bounds.BoardsOfWatcher} boards: end one of them, or connect again.");
        }

        try
        {
            if (await next(invocation) is IAsyncEnumerable<BoardFrame> frames) return CountedAsync(frames, boards);
            throw new HubException("This method gives no board.");
        }
        catch
        {
            Interlocked.Decrement(ref boards.Now);
            throw;
        }
    }

    private static async IAsyncEnumerable<BoardFrame> CountedAsync(IAsyncEnumerable<BoardFrame> frames, Boards boards)
    {
        try
        {
            await foreach (var frame in frames) yield return frame;
        }
        finally
        {
            Interlocked.Decrement(ref boards.Now);
        }
    }

    private sealed class Boards
    {
        public int Now;
    }
}
