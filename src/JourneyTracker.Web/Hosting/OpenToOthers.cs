using JourneyTracker.Web.SignIn;

namespace JourneyTracker.Web.Hosting;

/// <summary>
/// With sign-in: the server answers to its own names only (else a mail with a link could name another), over HTTPS where it was set up, and changes nothing and
/// streams nothing for a page of another site. A program that has a token needs no page.
/// </summary>
internal sealed class OpenToOthers(RequestDelegate next, Listening listening)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsOurName(request.Host.Host)) return Refuse(context, StatusCodes.Status421MisdirectedRequest, "This server does not answer to that name.");
        if (listening.IsSecure && !request.IsHttps) return Refuse(context, StatusCodes.Status403Forbidden, "This server answers over HTTPS only.");
        var mustSay = request.Headers.Cookie.Count > 0 && !Bearer.Is(request);
        return SameOrigin.Matters(request) && !SameOrigin.Is(request, mustSay) ? Refuse(context, StatusCodes.Status403Forbidden, "This can be asked from this server's own pages only.") : next(context);
    }

    private bool IsOurName(string host) => listening.Names.Contains(host, StringComparer.OrdinalIgnoreCase) || (!listening.IsOpen && OwnMachineOnly.IsLoopback(host));

    private static Task Refuse(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(sentence + "\n");
    }
}
