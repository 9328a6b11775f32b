using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace JourneyTracker.Benchmarks.Live;

/// <summary>Somebody who watches a board over a WebSocket, speaking SignalR's JSON protocol itself: what is measured holds nothing of a client library.</summary>
internal sealed class HubWatcher : IAsyncDisposable
{
    private const byte End = 0x1e;
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource gone = new();
    private readonly TaskCompletionSource caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task receiving = Task.CompletedTask;

    /// <summary>Movements as they came: whose, to which stage, and when (as <see cref="Stopwatch"/> counts).</summary>
    public List<(Guid Journey, string To, long At)> Movements { get; } = [];

    /// <summary>Watches from now on; returns when the board has been handed over.</summary>
    public static async Task<HubWatcher> WatchAsync(Uri server, string board, CancellationToken ct)
    {
        var watcher = new HubWatcher();
        await watcher.socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/hubs/board" }.Uri, ct);
        await watcher.SendAsync("""{"protocol":"json","version":1}""", ct);
        watcher.receiving = Task.Run(watcher.ReceiveAsync, ct);
        await watcher.SendAsync($$"""{"type":4,"invocationId":"1","target":"Watch","arguments":["{{board}}",null]}""", ct);
        await watcher.caughtUp.Task.WaitAsync(ct);
        return watcher;
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        socket.Abort();
        await receiving;
        socket.Dispose();
        gone.Dispose();
    }

    private Task SendAsync(string message, CancellationToken ct) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + (char)End), WebSocketMessageType.Text, endOfMessage: true, ct);

    private async Task ReceiveAsync()
    {
        var buffer = new byte[64 << 10];
        var held = 0;
        try
        {
            while (true)
            {
                if (held == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
                var received = await socket.ReceiveAsync(buffer.AsMemory(held), gone.Token);
                var at = Stopwatch.GetTimestamp();
                if (received.MessageType == WebSocketMessageType.Close) throw new WebSocketException("The server closed the board.");
                held += received.Count;
                var taken = 0;
                while (buffer.AsSpan(taken, held - taken).IndexOf(End) is >= 0 and var length)
                {
                    Take(buffer.AsMemory(taken, length), at);
                    taken += length + 1;
                }

                buffer.AsSpan(taken, held - taken).CopyTo(buffer);
                held -= taken;
            }
        }
        catch (Exception wrong) when (wrong is WebSocketException or OperationCanceledException)
        {
            caughtUp.TrySetException(wrong);
        }
    }

    private void Take(ReadOnlyMemory<byte> message, long at)
    {
        using var document = JsonDocument.Parse(message);
        if (!document.RootElement.TryGetProperty("type", out var type)) return;
        if (type.GetInt32() == 3) throw new WebSocketException($"The board ended: {Encoding.UTF8.GetString(message.Span)}");
        if (type.GetInt32() != 2) return;
        var frame = document.RootElement.GetProperty("item");
        switch (frame.GetProperty("kind").GetString())
        {
            case "movement":
                lock (Movements) Movements.Add((frame.GetProperty("journey").GetGuid(), frame.GetProperty("to").GetString()!, at));
                break;
            case "caught-up":
                caughtUp.TrySetResult();
                break;
        }
    }
}
