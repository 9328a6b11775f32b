using Microsoft.Extensions.Primitives;

namespace JourneyTracker.Web.Hosting;

/// <summary>
/// Sign-in is not there yet, so only this machine may ask. Listening on loopback keeps other machines out; this keeps out web pages of other sites that
/// run in a browser on this machine: a name that was pointed at loopback (DNS rebinding), and posts and WebSockets from another origin.
/// </summary>
internal sealed class OwnMachineOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsLoopback(request.Host.Host)) return Refuse(context, StatusCodes.Status421MisdirectedRequest);
        return ChangesOrStreams(request) && !IsSameOrigin(request) ? Refuse(context, StatusCodes.Status403Forbidden) : next(context);
    }

    private static bool IsLoopback(string host) => host is "localhost" or "127.0.0.1" or "[::1]";

    private static bool ChangesOrStreams(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        || request.Headers.ContainsKey("Upgrade") || request.Headers.ContainsKey("Sec-WebSocket-Version")
        || request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Programs send no Origin; browsers always send one with posts and WebSockets.</summary>
    private static bool IsSameOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site] && site is "cross-site" or "same-site") return false;
        return StringValues.IsNullOrEmpty(request.Headers.Origin)
            || string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync("This server answers only its own machine, at localhost, and only its own pages: sign-in is not there yet.\n");
    }
}
