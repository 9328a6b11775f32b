namespace JourneyTracker.Web.Hosting;

/// <summary>
/// Without sign-in only this machine may ask. Listening on loopback keeps other machines out; this keeps out web pages of other sites that
/// run in a browser on this machine: a name that was pointed at loopback (DNS rebinding), and posts and WebSockets from another origin.
/// </summary>
internal sealed class OwnMachineOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsLoopback(request.Host.Host)) return Refuse(context, StatusCodes.Status421MisdirectedRequest);
        return SameOrigin.Matters(request) && !SameOrigin.Is(request, mustSay: false) ? Refuse(context, StatusCodes.Status403Forbidden) : next(context);
    }

    public static bool IsLoopback(string host) => host is "localhost" or "127.0.0.1" or "[::1]";

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync("This server answers only its own machine, at localhost, and only its own pages: nobody signs in here.\n");
    }
}
