using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace JourneyTracker.Web.Hosting;

/// <summary>Where the server listens, and for whom.</summary>
/// <param name="Port">0 takes a free one.</param>
public sealed record Listening(int Port)
{
    /// <summary>Null: this machine's loopback only.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>With which it speaks HTTPS itself.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Proxies that speak HTTPS before it: only their X-Forwarded headers count.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>The names by which people reach it; any name of this machine's loopback counts too while it listens there only.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public bool IsOpen => Address is not null && !IPAddress.IsLoopback(Address);

    /// <summary>Whether people reach it over HTTPS.</summary>
    public bool IsSecure => Certificate is not null || Proxies.Count > 0;

    /// <summary>Other machines are let in only with sign-in, over HTTPS, and by a name that was said.</summary>
    public bool IsAllowed(bool withSignIn) => !IsOpen || (withSignIn && IsSecure && Names.Count > 0);
}
