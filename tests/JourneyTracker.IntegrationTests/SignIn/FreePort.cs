using System.Net;
using System.Net.Sockets;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>A port that was free a moment ago, for servers that must know each other's address before they start.</summary>
internal static class FreePort
{
    public static int Take()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
