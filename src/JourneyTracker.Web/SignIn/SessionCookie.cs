namespace JourneyTracker.Web.SignIn;

/// <summary>The cookie with a session's secret. Over HTTPS its name begins with __Host-: a browser then takes it from this very host only.</summary>
/// <param name="isSecure">Whether people reach this server over HTTPS.</param>
internal sealed class SessionCookie(bool isSecure)
{
    public string Name { get; } = isSecure ? "__Host-journey" : "journey";

    public string? Of(HttpRequest request) => request.Cookies.TryGetValue(Name, out var secret) && secret.Length > 0 ? secret : null;

    public void Give(HttpContext context, string secret) => context.Response.Cookies.Append(Name, secret, Form());

    public void Take(HttpContext context) => context.Response.Cookies.Delete(Name, Form());

    // Lax, not strict: the way back from the provider comes from another site. It ends with the browser; the session ends by itself.
    private CookieOptions Form() => new() { HttpOnly = true, Secure = isSecure, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
