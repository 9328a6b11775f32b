using JourneyTracker.Domain.Access;
using Microsoft.AspNetCore.SignalR;

namespace JourneyTracker.Web.Access;

/// <summary>Every request to an endpoint passes here: an endpoint without a stated permission is not served, and a caller without it is turned away.</summary>
internal sealed class Gate(RequestDelegate next, ICallerSource callers, Served served)
{
    public Task InvokeAsync(HttpContext context)
    {
        // What routing answers by itself (wrong method, wrong media type) is no endpoint of ours and tells nothing about anybody.
        if (context.GetEndpoint() is not RouteEndpoint endpoint) return next(context);
        var permission = endpoint.Metadata.GetMetadata<RequiresAttribute>()?.Permission
            ?? throw new InvalidOperationException($"{endpoint.DisplayName} states no permission.");
        if (permission.Allows(callers.Of(context), served.Partnership)) return next(context);
        // Whether a journey exists is itself information: no difference between "not yours" and "not there".
        context.Response.StatusCode = permission == Permission.ReadJourney ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

/// <summary>The same for hub methods.</summary>
internal sealed class HubGate(ICallerSource callers, Served served) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var requires = invocation.HubMethod.GetCustomAttributes(typeof(RequiresAttribute), inherit: false).Cast<RequiresAttribute>().SingleOrDefault()
            ?? throw new HubException("This method states no permission.");
        var caller = callers.Of(invocation.Context.GetHttpContext()!);
        if (!requires.Permission.Allows(caller, served.Partnership)) throw new HubException("You may not do that here.");
        try
        {
            return await next(invocation);
        }
        catch (NotWrittenDownException refused)
        {
            throw new HubException(refused.Message);
        }
    }
}

internal static class CallerOfRequest
{
    /// <summary>The header in which a request may say why it asks, percent-encoded where it is not plain ASCII.</summary>
    public const string WhyHeader = "Journey-Why";

    private const int LongestWhy = 500;

    public static Caller Caller(this HttpContext context) => context.RequestServices.GetRequiredService<ICallerSource>().Of(context) with { Why = Why(context.Request) };

    private static string? Why(HttpRequest request)
    {
        var said = Uri.UnescapeDataString(request.Headers[WhyHeader].ToString());
        var words = new string([.. said.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(LongestWhy)]).Trim();
        return words.Length == 0 ? null : words;
    }
}
