using System.Globalization;
using JourneyTracker.Domain.Access;
using JourneyTracker.Web.SignIn;
using Microsoft.AspNetCore.SignalR;

namespace JourneyTracker.Web.Access;

/// <summary>Every request to an endpoint passes here: an endpoint without a stated permission is not served, and a caller without it is turned away.</summary>
internal sealed class Gate(RequestDelegate next, ICallerSource callers, Served served, TimeProvider clock)
{
    public Task InvokeAsync(HttpContext context)
    {
        // What routing answers by itself (wrong method, wrong media type) is no endpoint of ours and tells nothing about anybody.
        if (context.GetEndpoint() is not RouteEndpoint endpoint) return next(context);
        var permission = endpoint.Metadata.GetMetadata<RequiresAttribute>()?.Permission
            ?? throw new InvalidOperationException($"{endpoint.DisplayName} states no permission.");
        return permission == Permission.None || Admits(context, endpoint, permission) ? next(context) : Task.CompletedTask;
    }

    /// <summary>Says why not in the answer.</summary>
    private bool Admits(HttpContext context, RouteEndpoint endpoint, Permission permission)
    {
        var asker = context.Features.Get<Asker>();
        var fresh = endpoint.Metadata.GetMetadata<RequiresFreshSignInAttribute>();
        if (callers.Of(context) is not { } caller) Challenge.SignIn(context, fresh?.Within);
        else if (asker?.MayAsk(permission) == false) Challenge.ScopeMissing(context, ApiScopes.Of(permission));
        // Whether a journey exists is itself information: no difference between "not yours" and "not there".
        else if (!permission.Allows(caller, served.For(caller))) context.Response.StatusCode = permission == Permission.ReadJourney ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
        else if (asker is not null && fresh is not null && !asker.IsFresh(fresh.Within, clock.GetUtcNow())) Challenge.SignInAnew(context, fresh.Within);
        else return true;
        return false;
    }
}

/// <summary>The same for hub methods.</summary>
internal sealed class HubGate(ICallerSource callers, Served served) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var requires = invocation.HubMethod.GetCustomAttributes(typeof(RequiresAttribute), inherit: false).Cast<RequiresAttribute>().SingleOrDefault()
            ?? throw new HubException("This method states no permission.");
        var request = invocation.Context.GetHttpContext()!;
        if (callers.Of(request) is not { } caller || !requires.Permission.Allows(caller, served.For(caller)) || request.Features.Get<Asker>()?.MayAsk(requires.Permission) == false)
            throw new HubException("You may not do that here.");
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

    /// <summary>Behind the gate there is one.</summary>
    public static Caller Caller(this HttpContext context) =>
        (context.CallerIfAny() ?? throw new InvalidOperationException("Nobody asks.")) with { Why = Why(context.Request) };

    public static Caller? CallerIfAny(this HttpContext context) => context.RequestServices.GetRequiredService<ICallerSource>().Of(context);

    private static string? Why(HttpRequest request)
    {
        var said = Uri.UnescapeDataString(request.Headers[WhyHeader].ToString());
        var words = new string([.. said.Where(IsPlain).Take(LongestWhy)]).Trim();
        return words.Length == 0 ? null : words;
    }

    /// <summary>Nothing that breaks a line, turns its direction or hides in it, wherever the log is read.</summary>
    private static bool IsPlain(char c) => char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
