using System.Net;
using System.Net.Sockets;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>A line between a browser and the server that a test can cut and mend.</summary>
internal sealed class CuttableLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Lock gate = new();
    private readonly List<TcpClient> ends = [];
    private readonly int server;
    private readonly Task accepting;
    private bool isCut;

    public CuttableLine(Uri server)
    {
        this.server = server.Port;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public void Cut()
    {
        lock (gate)
        {
            isCut = true;
            foreach (var end in ends) end.Close();
            ends.Clear();
        }
    }

    public void Mend()
    {
        lock (gate) isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        listener.Stop();
        await accepting;
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or InvalidOperationException)
        {
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var near = browser;
        using var far = new TcpClient();
        lock (gate)
        {
            if (isCut) return;
            ends.AddRange([near, far]);
        }

        try
        {
            await far.ConnectAsync(IPAddress.Loopback, server);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }
}
