using System.Threading.RateLimiting;
using JourneyTracker.Web.Access;

namespace JourneyTracker.Web.Hosting;

/// <summary>
/// Counts what comes from one network address before anybody looks up who sent it: whoever guesses at cookies and tokens is turned away cheaply. What is for
/// everybody is not counted: a server that is busy must still say that it lives.
/// </summary>
internal sealed class AddressRate(RequestDelegate next, ServerBounds bounds) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> minutes = PartitionedRateLimiter.Create<HttpContext, string>(context => Rates.InAMinute(Rates.NetworkOf(context), bounds.RequestsOfAddress));

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiresAttribute>()?.Permission == Permission.None && !IsCounted(context.Request))
        {
            await next(context);
            return;
        }

        using var lease = minutes.AttemptAcquire(context);
        if (lease.IsAcquired) await next(context);
        else Rates.Refuse(context, "address", lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1));
    }

    public void Dispose() => minutes.Dispose();

    private static bool IsCounted(HttpRequest request) => request.Path.StartsWithSegments("/sign-in", StringComparison.Ordinal) || request.Path.StartsWithSegments("/sign-out", StringComparison.Ordinal);
}
