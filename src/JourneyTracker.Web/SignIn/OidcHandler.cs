using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace JourneyTracker.Web.SignIn;

/// <summary>
/// Signs people in: OpenID Connect's code flow with PKCE, state bound to the browser, and a nonce, on the framework's OAuth handler. What comes back is checked by
/// <see cref="Tokens"/> and <see cref="ClaimsMapping"/> and becomes a session; nothing else of it is kept than the id_token, with which the person signs out.
/// </summary>
internal sealed class OidcHandler(
    IOptionsMonitor<OidcOptions> options, ILoggerFactory logs, UrlEncoder encoder,
    SignInSettings settings, Provider provider, Tokens tokens, ClaimsMapping mapping, CodeExchange exchange, TimeProvider clock)
    : OAuthHandler<OidcOptions>(options, logs, encoder)
{
    /// <summary>Among a challenge's items: how long ago, in seconds, the person may have proved who they are.</summary>
    public const string MaxAge = "max_age";

    private const string Nonce = "nonce";
    private string authorizationEndpoint = "";

    /// <summary>Only behind our own doors: the framework would take the answer before them, without their bounds and headers.</summary>
    public override async Task<bool> ShouldHandleRequestAsync() => Context.GetEndpoint() is not null && await base.ShouldHandleRequestAsync();

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        authorizationEndpoint = (await provider.GetAsync(Context.RequestAborted)).AuthorizationEndpoint;
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = properties.Items[Nonce] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        var query = new Uri(base.BuildChallengeUrl(properties, redirectUri)).Query;
        var asked = QueryHelpers.AddQueryString(authorizationEndpoint + (authorizationEndpoint.Contains('?', StringComparison.Ordinal) ? "&" + query[1..] : query), Nonce, nonce!);
        return properties.Items.TryGetValue(MaxAge, out var seconds)
            ? QueryHelpers.AddQueryString(asked, new Dictionary<string, string?> { [MaxAge] = seconds, ["prompt"] = "login" })
            : asked;
    }

    protected override Task<HandleRequestResult> HandleRemoteAuthenticateAsync() =>
        Request.Query["iss"] is [{ } issuer] && issuer.TrimEnd('/') != settings.Authority.AbsoluteUri.TrimEnd('/')
            ? throw new SignInRefusedException(SignInRefusal.Untrusted("answer-of-another-provider"))
            : base.HandleRemoteAuthenticateAsync();

    protected override Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context) => exchange.RunAsync(context, Context.RequestAborted);

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse answer)
    {
        var text = answer.Response!.RootElement.TryGetProperty("id_token", out var said) ? said.GetString() : null;
        if (text is null) throw new SignInRefusedException(SignInRefusal.Untrusted("no-id-token"));
        var body = await tokens.IdTokenAsync(text, properties.Items[Nonce]!, answer.AccessToken, Context.RequestAborted);
        var proved = Tokens.Instant(body, "auth_time");
        RefuseStale(properties, proved);
        var session = new SessionTicket(await mapping.CallerAsync(body, Context.RequestAborted), proved, Tokens.Said(body, "sub")!, Tokens.Said(body, "sid"), text);
        properties.SetParameter(SessionHandler.Ticket, session);
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    private void RefuseStale(AuthenticationProperties properties, DateTimeOffset? proved)
    {
        if (!properties.Items.TryGetValue(MaxAge, out var seconds)) return;
        var most = TimeSpan.FromSeconds(int.Parse(seconds!, CultureInfo.InvariantCulture)) + Tokens.Skew;
        if (proved is null || clock.GetUtcNow() - proved > most) throw new SignInRefusedException(SignInRefusal.Untrusted("not-proved-anew"));
    }
}
