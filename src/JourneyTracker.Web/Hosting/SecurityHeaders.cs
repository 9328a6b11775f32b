namespace JourneyTracker.Web.Hosting;

/// <summary>Nothing from elsewhere, nothing inline, no framing, no traces in caches or in other sites' logs.</summary>
internal static class SecurityHeaders
{
    /// <summary>The one style sheet that charts bring with them: Observable Plot writes it into each of its drawings, always the same.</summary>
    private const string StyleOfCharts = "'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='";

    private const string ContentSecurityPolicy =
        $"default-src 'none'; script-src 'self'; style-src 'self' {StyleOfCharts}; connect-src 'self'; img-src 'self'; font-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["X-Robots-Tag"] = "noindex";
        headers.CacheControl = "no-store";
        if (context.Request.IsHttps && context.RequestServices.GetRequiredService<Listening>().IsSecure) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return next(context);
    }
}
