using System.Diagnostics;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JourneyTracker.Benchmarks.Live;

/// <summary>The bare work: a server that sends every message back, over real WebSockets.</summary>
internal sealed class Echo : IAsyncDisposable
{
    private readonly WebApplication server;

    private Echo(WebApplication server) => this.server = server;

    public static async Task<Echo> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(ServeAsync);
        await app.StartAsync(ct);
        return new Echo(app);
    }

    public async Task<ClientWebSocket> ConnectAsync(CancellationToken ct)
    {
        var client = new ClientWebSocket();
        await client.ConnectAsync(new UriBuilder(server.Urls.First()) { Scheme = "ws" }.Uri, ct);
        return client;
    }

    /// <summary>Milliseconds until a message was back.</summary>
    public static async Task<double> RoundTripAsync(ClientWebSocket client, byte[] message, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        await client.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, ct);
        var back = new byte[message.Length];
        for (var held = 0; held < back.Length;) held += (await client.ReceiveAsync(back.AsMemory(held), ct)).Count;
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private static async Task ServeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { MessageType: not WebSocketMessageType.Close } received)
                await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, context.RequestAborted);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The client went without a word.
        }
    }
}
