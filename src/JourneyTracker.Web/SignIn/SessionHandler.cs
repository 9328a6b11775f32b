using System.Security.Claims;
using System.Text.Encodings.Web;
using JourneyTracker.Journal.Administration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace JourneyTracker.Web.SignIn;

/// <summary>Begins a session when somebody was signed in, and ends it when they sign out; the session before it ends too.</summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, Sessions sessions, SessionCookie cookie, PeopleRegister people, TimeProvider clock)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "session";

    /// <summary>The parameter with the <see cref="SessionTicket"/> to begin with.</summary>
    public const string Ticket = "ticket";

    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        var ticket = properties?.GetParameter<SessionTicket>(Ticket) ?? throw new InvalidOperationException("A session begins with a ticket.");
        // Always a new secret: whoever knew the one before knows nothing of this session.
        await EndAsync();
        await people.SeenAsync(ticket.Caller, clock.GetUtcNow(), Context.RequestAborted);
        cookie.Give(Context, await sessions.BeginAsync(ticket, Context.RequestAborted));
    }

    protected override async Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        await EndAsync();
        cookie.Take(Context);
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

    private async Task EndAsync()
    {
        if (cookie.Of(Request) is { } secret) await sessions.EndAsync(secret, Context.RequestAborted);
    }
}
