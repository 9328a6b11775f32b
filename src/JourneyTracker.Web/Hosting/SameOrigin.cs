using Microsoft.Extensions.Primitives;

namespace JourneyTracker.Web.Hosting;

/// <summary>Whether a request that changes something, or opens a stream, comes from a page of ours: other sites in the same browser may not use what the person is.</summary>
internal static class SameOrigin
{
    public static bool Matters(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        || request.Headers.ContainsKey("Upgrade") || request.Headers.ContainsKey("Sec-WebSocket-Version")
        || request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Programs send no Origin; browsers always send one with posts and WebSockets.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="mustSay">It rests on a cookie, so it comes from a browser, which says where from.</param>
    public static bool Is(HttpRequest request, bool mustSay)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "cross-site" or "same-site") return false;
        // Our pages send no referrer, and a browser then writes no origin on their forms either: it says "null", and where from in the other header.
        if (site == "same-origin" && request.Headers.Origin == "null") return true;
        return StringValues.IsNullOrEmpty(request.Headers.Origin)
            ? !mustSay || site == "same-origin"
            : string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
