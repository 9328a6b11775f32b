using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using JourneyTracker.Journal.Measuring;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Live;
using JourneyTracker.Web.SignIn;
using Microsoft.AspNetCore.RateLimiting;

namespace JourneyTracker.Web.Hosting;

/// <summary>Turns away what is more than the server takes on at once, before anything is done for it.</summary>
internal static class RequestBounds
{
    private const int RetryAfterSeconds = 2;

    public static void Apply(RateLimiterOptions options, ServerBounds bounds)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => KindOf(context) switch
            {
                Kind.Free => RateLimitPartition.GetNoLimiter(nameof(Kind.Free)),
                Kind.Upload => AtOnce(nameof(Kind.Upload), bounds.Uploads),
                Kind.Watcher => AtOnce(nameof(Kind.Watcher), bounds.Watchers),
                Kind.SignIn => InAMinute($"{context.GetEndpoint()!.DisplayName} {Network(context.Connection.RemoteIpAddress)}", bounds.SignInsOfAddress),
                _ => AtOnce(nameof(Kind.Request), bounds.Requests),
            }),
            PartitionedRateLimiter.Create<HttpContext, string>(context => KindOf(context) == Kind.Watcher
                ? AtOnce(WatcherOf(context), bounds.WatchersOfOne)
                : RateLimitPartition.GetNoLimiter(nameof(Kind.Free))));
        options.OnRejected = (rejected, _) =>
        {
            Meters.RequestsRefused.Add(1, new KeyValuePair<string, object?>("bound", Name(KindOf(rejected.HttpContext))));
            rejected.HttpContext.Features.Set(Trouble.TooManyAtOnce);
            rejected.HttpContext.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
            return ValueTask.CompletedTask;
        };
    }

    private enum Kind
    {
        Free,
        Request,
        Upload,
        Watcher,
        SignIn,
    }

    private static string WatcherOf(HttpContext context) => context.CallerIfAny() is { } caller ? $"{caller.Agency}\0{caller.Person}" : $"{context.Connection.RemoteIpAddress}";

    /// <summary>What is for everybody is free of bounds: a server that is busy must still say that it lives, and show its own refusals.</summary>
    private static Kind KindOf(HttpContext context) => context.GetEndpoint() switch
    {
        null => Kind.Free,
        var endpoint when endpoint.Metadata.GetMetadata<SignInDoorAttribute>() is not null => Kind.SignIn,
        var endpoint when endpoint.Metadata.GetMetadata<RequiresAttribute>()?.Permission is Permission.None or Permission.Operate => Kind.Free,
        _ when context.Request.Path.StartsWithSegments(BoardHub.Path, StringComparison.Ordinal) => Kind.Watcher,
        _ when HttpMethods.IsPost(context.Request.Method) && context.Request.ContentType?.StartsWith("application/x-ndjson", StringComparison.OrdinalIgnoreCase) == true => Kind.Upload,
        _ => Kind.Request,
    };

    private static string Name(Kind kind) => kind switch { Kind.Upload => "uploads", Kind.Watcher => "watchers", Kind.SignIn => "sign-ins", _ => "requests" };

    private static RateLimitPartition<string> InAMinute(string key, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    /// <summary>One subscriber has a whole /64 of IPv6.</summary>
    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => $"{address.MapToIPv4()}",
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => $"{address}",
    };

    private static RateLimitPartition<string> AtOnce(string key, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 });
}
