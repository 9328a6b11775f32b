using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace JourneyTracker.Web.Hosting;

/// <summary>Opens what the server listens on.</summary>
internal static class Ports
{
    public static void Open(KestrelServerOptions kestrel, Listening listening)
    {
        if (listening.Address is { } address) kestrel.Listen(address, listening.Port, Secure);
        else if (listening.Port == 0) kestrel.Listen(IPAddress.Loopback, 0, Secure);
        else kestrel.ListenLocalhost(listening.Port, Secure);

        void Secure(ListenOptions port)
        {
            if (listening.Certificate is { } certificate) port.UseHttps(certificate);
        }
    }
}
