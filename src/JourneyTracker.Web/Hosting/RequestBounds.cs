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

    /// <param name="options">What is set.</param>
    /// <param name="bounds">How much.</param>
    /// <param name="withSignIn">Without, everybody is one person on this machine, and no person's minute is counted.</param>
    public static void Apply(RateLimiterOptions options, ServerBounds bounds, bool withSignIn)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => KindOf(context) switch
            {
                Kind.Free => RateLimitPartition.GetNoLimiter(nameof(Kind.Free)),
                Kind.Upload => AtOnce(nameof(Kind.Upload), bounds.Uploads),
                Kind.Watcher => AtOnce(nameof(Kind.Watcher), bounds.Watchers),
                Kind.SignIn => Rates.InAMinute($"{context.GetEndpoint()!.DisplayName} {Rates.NetworkOf(context)}", bounds.SignInsOfAddress),
                _ => AtOnce(nameof(Kind.Request), bounds.Requests),
            }),
            PartitionedRateLimiter.Create<HttpContext, string>(context => KindOf(context) == Kind.Watcher
                ? AtOnce(WatcherOf(context), bounds.WatchersOfOne)
                : RateLimitPartition.GetNoLimiter(nameof(Kind.Free))),
            PartitionedRateLimiter.Create<HttpContext, string>(context => withSignIn && PersonOf(context) is { } person
                ? Rates.InAMinute(person, bounds.RequestsOfPerson)
                : RateLimitPartition.GetNoLimiter(nameof(Kind.Free))),
            PartitionedRateLimiter.Create<HttpContext, string>(context => withSignIn && OpensAJourney(context) && PersonOf(context) is { } person
                ? Rates.InAMinute(person, bounds.JourneysOfPerson)
                : RateLimitPartition.GetNoLimiter(nameof(Kind.Free))));
        options.OnRejected = (rejected, _) =>
        {
            var kind = KindOf(rejected.HttpContext);
            // Only a minute that is full says when it ends.
            if (kind != Kind.SignIn && rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)) Rates.Refuse(rejected.HttpContext, "person", wait);
            else Refuse(rejected.HttpContext, kind);
            return ValueTask.CompletedTask;
        };
    }

    private static void Refuse(HttpContext context, Kind kind)
    {
        Meters.RequestsRefused.Add(1, new KeyValuePair<string, object?>("bound", Name(kind)));
        context.Features.Set(Trouble.TooManyAtOnce);
        context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
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

    /// <summary>Null for nobody, and for what is free of bounds.</summary>
    private static string? PersonOf(HttpContext context) =>
        KindOf(context) is not (Kind.Free or Kind.SignIn) && context.CallerIfAny() is { } caller ? $"{caller.Partnership.Name}\0{caller.Agency}\0{caller.Person}" : null;

    private static bool OpensAJourney(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RequiresAttribute>()?.Permission is Permission.ReadJourney or Permission.OpenInEmergency;

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

    private static RateLimitPartition<string> AtOnce(string key, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 });
}
