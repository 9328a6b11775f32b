using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using JourneyTracker.Web.Api;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>A SignalR client over a bare WebSocket, without negotiation; the socket can be cut under it.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private readonly SocketFactory sockets;

    private HubClient(Uri address, string? origin, (string Header, string Value)? proof)
    {
        sockets = new SocketFactory(origin, proof);
        var json = new JsonHubProtocolOptions { PayloadSerializerOptions = ApiJson.Options };
        Connection = new HubConnection(
            sockets, new JsonHubProtocol(Options.Create(json)), new UriEndPoint(address), new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);
    }

    public HubConnection Connection { get; }

    /// <param name="server">The server.</param>
    /// <param name="origin">Of which site the page is that connects; null for a program.</param>
    /// <param name="proof">What proves who connects; null for nobody.</param>
    /// <param name="path">The hub.</param>
    public static async Task<HubClient> ConnectAsync(Uri server, string? origin = null, (string Header, string Value)? proof = null, string path = "/hubs/board")
    {
        var client = new HubClient(new UriBuilder(server) { Scheme = "ws", Path = path }.Uri, origin, proof);
        await client.Connection.StartAsync();
        return client;
    }

    /// <summary>As a pulled cable does: no closing words.</summary>
    public void Cut() => sockets.Current!.Abort();

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private sealed class SocketFactory(string? origin, (string Header, string Value)? proof) : IConnectionFactory
    {
        public WebSocket? Current { get; private set; }

        public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            var socket = new ClientWebSocket();
            if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
            if (proof is { } said) socket.Options.SetRequestHeader(said.Header, said.Value);
            await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
            Current = socket;
            return new SocketConnection(socket);
        }
    }

    private sealed class SocketConnection : ConnectionContext, IConnectionInherentKeepAliveFeature
    {
        private readonly WebSocket socket;
        private readonly Pipe input = new();
        private readonly Pipe output = new();
        private readonly Task receiving;
        private readonly Task sending;

        public SocketConnection(WebSocket socket)
        {
            this.socket = socket;
            Transport = new Duplex(input.Reader, output.Writer);
            receiving = ReceiveAsync();
            sending = SendAsync();
        }

        public override string ConnectionId { get; set; } = Guid.NewGuid().ToString("N");

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

        public override IDuplexPipe Transport { get; set; }

        public bool HasInherentKeepAlive => false;

        public override async ValueTask DisposeAsync()
        {
            await output.Writer.CompleteAsync();
            await sending;
            socket.Abort();
            await input.Reader.CompleteAsync();
            await receiving;
            socket.Dispose();
            await base.DisposeAsync();
        }

        private async Task ReceiveAsync()
        {
            Exception? wrong = null;
            try
            {
                while (true)
                {
                    var received = await socket.ReceiveAsync(input.Writer.GetMemory(4096), CancellationToken.None);
                    if (received.MessageType == WebSocketMessageType.Close) break;
                    input.Writer.Advance(received.Count);
                    if ((await input.Writer.FlushAsync()).IsCompleted) break;
                }
            }
            catch (Exception cut) when (cut is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                wrong = cut;
            }

            await input.Writer.CompleteAsync(wrong);
        }

        private async Task SendAsync()
        {
            try
            {
                while (true)
                {
                    var read = await output.Reader.ReadAsync();
                    foreach (var part in read.Buffer) await socket.SendAsync(part, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                    output.Reader.AdvanceTo(read.Buffer.End);
                    if (read.IsCompleted) return;
                }
            }
            catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or OperationCanceledException)
            {
                await output.Reader.CompleteAsync(gone);
            }
        }

        private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
    }
}
