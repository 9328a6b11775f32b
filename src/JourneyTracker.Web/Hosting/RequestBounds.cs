using System.Threading.RateLimiting;
using JourneyTracker.Journal.Measuring;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Live;
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
                _ => AtOnce(nameof(Kind.Request), bounds.Requests),
            }),
            PartitionedRateLimiter.Create<HttpContext, string>(context => KindOf(context) == Kind.Watcher
                ? AtOnce($"{context.Caller().Agency}\0{context.Caller().Person}", bounds.WatchersOfOne)
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
    }

    /// <summary>What is for everybody is free of bounds: a server that is busy must still say that it lives, and show its own refusals.</summary>
    private static Kind KindOf(HttpContext context) => context.GetEndpoint() switch
    {
        null => Kind.Free,
        var endpoint when endpoint.Metadata.GetMetadata<RequiresAttribute>()?.Permission is Permission.None or Permission.Operate => Kind.Free,
        _ when context.Request.Path.StartsWithSegments(BoardHub.Path, StringComparison.Ordinal) => Kind.Watcher,
        _ when HttpMethods.IsPost(context.Request.Method) && context.Request.ContentType?.StartsWith("application/x-ndjson", StringComparison.OrdinalIgnoreCase) == true => Kind.Upload,
        _ => Kind.Request,
    };

    private static string Name(Kind kind) => kind switch { Kind.Upload => "uploads", Kind.Watcher => "watchers", _ => "requests" };

    private static RateLimitPartition<string> AtOnce(string key, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 });
}
