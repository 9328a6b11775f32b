using Microsoft.AspNetCore.Authentication.OAuth;

namespace JourneyTracker.Web.SignIn;

/// <summary>The framework's code flow, with what OpenID Connect adds to it.</summary>
internal sealed class OidcOptions : OAuthOptions
{
    public const string Scheme = "sign-in";

    // The framework asks for these before the provider was asked; they are never used.
    private const string AskedLater = "https://provider.invalid/";

    public OidcOptions() => (AuthorizationEndpoint, TokenEndpoint) = (AskedLater, AskedLater);
}
