using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using JourneyTracker.Journal.Measuring;

namespace JourneyTracker.Web.Hosting;

/// <summary>What is counted by the minute.</summary>
internal static class Rates
{
    public static RateLimitPartition<string> InAMinute(string key, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    /// <summary>Where a request comes from: as a trusted proxy says, else who connected. One subscriber has a whole /64 of IPv6.</summary>
    public static string NetworkOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } address => $"{address.MapToIPv4()}",
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        var address => $"{address}",
    };

    /// <summary>Says that a minute is full, and when the next begins.</summary>
    public static void Refuse(HttpContext context, string whose, TimeSpan wait)
    {
        Meters.RequestsRefused.Add(1, new KeyValuePair<string, object?>("bound", whose));
        context.Features.Set(Trouble.TooManyInAMinute);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }
}
