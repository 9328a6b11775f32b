using Microsoft.AspNetCore.HttpOverrides;

namespace JourneyTracker.Web.Hosting;

/// <summary>What a proxy says about the address, the scheme and the name that were asked: believed when the connection comes from a proxy that was named, else not looked at.</summary>
internal static class TrustedProxies
{
    public static ForwardedHeadersOptions Of(Listening listening)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // From one to the next as long as each is a trusted one.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in listening.Proxies) options.KnownIPNetworks.Add(network);
        return options;
    }
}
