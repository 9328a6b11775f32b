using System.Globalization;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>A client of the board's hub that asks to watch, says that it is there, and reads only when it is told to. A server sends away who takes nothing for minutes; it then goes on from where it was.</summary>
internal sealed class SlowClient(Uri server) : IAsyncDisposable
{
    private const char End = '\u001e';
    private const int LittleRoom = 8 << 10;
    private static readonly TimeSpan BetweenSigns = TimeSpan.FromSeconds(5);
    private volatile ClientWebSocket socket = new();
    private readonly CancellationTokenSource gone = new();
    private readonly HttpMessageInvoker line = new(new SocketsHttpHandler { ConnectCallback = ConnectAsync });

    public static async Task<SlowClient> ConnectAsync(Uri server)
    {
        var client = new SlowClient(server);
        await client.JoinAsync("0");
        _ = client.StayAsync();
        return client;
    }

    /// <summary>Everything that has been sent, until a position has come.</summary>
    public async Task<IReadOnlyList<long>> ReadUntilAsync(long position)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (positions, text, buffer) = (new List<long>(), new StringBuilder(), new byte[1 << 16]);
        while (positions.Count == 0 || positions[^1] < position)
        {
            if (await ReceiveAsync(buffer, patience.Token) is not { } received)
            {
                text.Clear();
                await JoinAsync(string.Create(CultureInfo.InvariantCulture, $"{positions.LastOrDefault()}"));
                continue;
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, received));
            var whole = text.ToString();
            var end = whole.LastIndexOf(End) + 1;
            text.Remove(0, end);
            foreach (var message in whole[..end].Split(End, StringSplitOptions.RemoveEmptyEntries)) Take(message, positions);
        }

        return positions;
    }

    /// <summary>How many bytes came; null when the server had sent it away.</summary>
    private async Task<int?> ReceiveAsync(byte[] buffer, CancellationToken ct)
    {
        try
        {
            var received = await socket.ReceiveAsync(buffer, ct);
            return received.MessageType == WebSocketMessageType.Close ? null : received.Count;
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>Signs of life go over a line only when it has said what it wants: one before that would be refused, and one beside it thrown out.</summary>
    private async Task JoinAsync(string since)
    {
        socket.Dispose();
        var next = new ClientWebSocket();
        await next.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/hubs/board" }.Uri, line, default);
        await SayAsync(next, """{"protocol":"json","version":1}""");
        await SayAsync(next, $$"""{"type":4,"invocationId":"1","target":"Watch","arguments":["north",{{since}}]}""");
        socket = next;
    }

    public ValueTask DisposeAsync()
    {
        gone.Cancel();
        gone.Dispose();
        socket.Abort();
        socket.Dispose();
        line.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A client of which the server hears nothing for half a minute is sent away, whether or not it reads.</summary>
    private async Task StayAsync()
    {
        using var signs = new PeriodicTimer(BetweenSigns);
        try
        {
            while (await signs.WaitForNextTickAsync(gone.Token))
            {
                try
                {
                    await SayAsync(socket, """{"type":6}""");
                }
                catch (Exception ended) when (ended is WebSocketException or InvalidOperationException or ObjectDisposedException)
                {
                    // It was sent away; who reads notices, and comes back.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    /// <summary>The kernel, too, is to hold little of what is not read.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var line = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = LittleRoom };
        await line.ConnectAsync(context.DnsEndPoint, ct);
        return new NetworkStream(line, ownsSocket: true);
    }

    private static void Take(string message, List<long> positions)
    {
        using var json = System.Text.Json.JsonDocument.Parse(message);
        if (json.RootElement.TryGetProperty("item", out var item) && item.GetProperty("kind").GetString() == "movement")
            positions.Add(item.GetProperty("position").GetInt64());
    }

    private static Task SayAsync(ClientWebSocket over, string message) => over.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, default);
}
