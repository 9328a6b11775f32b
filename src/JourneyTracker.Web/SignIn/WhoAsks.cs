using System.Data.Common;
using JourneyTracker.Domain.Access;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Live;

namespace JourneyTracker.Web.SignIn;

/// <summary>Finds out who sent a request, once, before anything is decided about it.</summary>
internal sealed class WhoAsks(RequestDelegate next, Sessions sessions, SessionCookie cookie, Bearer bearer)
{
    // What an open page asks for by itself: an unattended board would otherwise never become idle.
    private static readonly PathString[] ByItself = ["/board/card", "/board/cards", "/board/due", "/board/wall", BoardHub.Path];

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiresAttribute>() is { } requires) context.Features.Set(await AskerAsync(context, requires.Permission == Permission.None));
        await next(context);
    }

    private async Task<Asker> AskerAsync(HttpContext context, bool isForEverybody)
    {
        if (context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)) return Asker.Nobody;
        try
        {
            return Bearer.Is(context.Request) ? await bearer.AskerAsync(context.Request, context.RequestAborted) : await PersonAsync(context);
        }
        catch (Exception unwell) when (isForEverybody && unwell is DbException or TimeoutException or SignInRefusedException)
        {
            return Asker.Nobody;
        }
    }

    private async Task<Asker> PersonAsync(HttpContext context)
    {
        if (cookie.Of(context.Request) is not { } secret) return Asker.Nobody;
        var counts = !Array.Exists(ByItself, p => context.Request.Path.StartsWithSegments(p, StringComparison.Ordinal));
        return await sessions.FindAsync(secret, counts, context.RequestAborted) is { } session ? new Asker(session.Ticket.Caller) { Session = session } : Asker.Nobody;
    }
}

/// <summary>The caller of each request is who signed in.</summary>
internal sealed class SignedInCallers : ICallerSource
{
    public Caller? Of(HttpContext request) => request.Features.Get<Asker>()?.Caller;
}
