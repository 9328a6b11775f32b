using JourneyTracker.Web.Hosting;

namespace JourneyTracker.Web.SignIn;

/// <summary>What somebody is told who has to sign in first: people are led there, programs are told how.</summary>
internal static class Challenge
{
    /// <param name="context">The request.</param>
    /// <param name="within">How long ago the person may have proved who they are; null for any time.</param>
    public static void SignIn(HttpContext context, TimeSpan? within)
    {
        if (IsPage(context)) LeadTo($"{SignInEndpoints.Page}?return={Here(context)}{(within is { } time ? $"&within={(long)time.TotalSeconds}" : "")}", context);
        else Say(context, StatusCodes.Status401Unauthorized, context.Features.Get<Asker>()?.HasBadToken == true ? ", error=\"invalid_token\"" : "");
    }

    /// <summary>The person has to prove anew who they are (RFC 9470).</summary>
    public static void SignInAnew(HttpContext context, TimeSpan within)
    {
        var seconds = (long)within.TotalSeconds;
        if (IsPage(context)) LeadTo($"{SignInEndpoints.Page}?return={Here(context)}&within={seconds}&again=1", context);
        else Say(context, StatusCodes.Status401Unauthorized, $", error=\"insufficient_user_authentication\", max_age=\"{seconds}\"");
    }

    public static void ScopeMissing(HttpContext context, string? scope) =>
        Say(context, StatusCodes.Status403Forbidden, $", error=\"insufficient_scope\"{(scope is null ? "" : $", scope=\"{scope}\"")}");

    private static bool IsPage(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) && !Answers.IsProgram(context.Request);

    private static string Here(HttpContext context) => Uri.EscapeDataString(context.Request.Path + context.Request.QueryString);

    private static void LeadTo(string page, HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = page;
    }

    private static void Say(HttpContext context, int status, string what)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.WWWAuthenticate = $"Bearer realm=\"JourneyTracker\"{what}";
    }
}
