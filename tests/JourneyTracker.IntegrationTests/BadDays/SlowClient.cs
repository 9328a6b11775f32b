using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>A client of the board's hub that asks to watch and then reads only when it is told to.</summary>
internal sealed class SlowClient : IAsyncDisposable
{
    private const char End = '\u001e';
    private const int LittleRoom = 8 << 10;
    private readonly ClientWebSocket socket = new();
    private readonly HttpMessageInvoker line = new(new SocketsHttpHandler { ConnectCallback = ConnectAsync });

    public static async Task<SlowClient> ConnectAsync(Uri server)
    {
        var client = new SlowClient();
        await client.socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/hubs/board" }.Uri, client.line, default);
        await client.SayAsync("""{"protocol":"json","version":1}""");
        await client.SayAsync("""{"type":4,"invocationId":"1","target":"Watch","arguments":["north",null]}""");
        return client;
    }

    /// <summary>Everything that has been sent, until a position has come.</summary>
    public async Task<IReadOnlyList<long>> ReadUntilAsync(long position)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (positions, text, buffer) = (new List<long>(), new StringBuilder(), new byte[1 << 16]);
        while (positions.Count == 0 || positions[^1] < position)
        {
            var received = await socket.ReceiveAsync(buffer, patience.Token);
            if (received.MessageType == WebSocketMessageType.Close) throw new InvalidOperationException("The server closed the line.");
            text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
            var whole = text.ToString();
            var end = whole.LastIndexOf(End) + 1;
            text.Remove(0, end);
            foreach (var message in whole[..end].Split(End, StringSplitOptions.RemoveEmptyEntries)) Take(message, positions);
        }

        return positions;
    }

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        line.Dispose();
        return ValueTask.CompletedTask;
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

    private Task SayAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, default);
}
