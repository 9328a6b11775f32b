using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace JourneyTracker.Web.SignIn;

/// <summary>Whether a token is the provider's, for us, and of now. Only signatures with a key of the provider's count: no shared secrets, and never none.</summary>
internal sealed class Tokens(Provider provider, SignInSettings settings, TimeProvider clock)
{
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private const string BackChannelLogout = "http://schemas.openid.net/event/backchannel-logout";

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 64 << 10 };

    /// <exception cref="SignInRefusedException">It is not to be trusted.</exception>
    public async Task<JsonElement> IdTokenAsync(string text, string nonce, string? accessToken, CancellationToken ct)
    {
        var token = await ValidAsync(text, settings.ClientId, ["JWT"], ct);
        var body = Body(token);
        if (!IsSame(Said(body, "nonce"), nonce)) throw Refused("wrong-nonce");
        if (token.Subject is not { Length: > 0 }) throw Refused("no-subject");
        var forOthers = token.Audiences.Count() > 1;
        if ((Said(body, "azp") is { } azp && azp != settings.ClientId) || (forOthers && Said(body, "azp") is null)) throw Refused("wrong-authorised-party");
        if (Said(body, "at_hash") is { } hash && (accessToken is null || !IsSame(hash, HalfHash(token.Alg, accessToken)))) throw Refused("wrong-access-token-hash");
        return body;
    }

    /// <summary>The body of a token with which a program uses the API.</summary>
    /// <exception cref="SignInRefusedException">It is not to be trusted.</exception>
    public async Task<JsonElement> AccessTokenAsync(string text, ApiSettings api, CancellationToken ct) => Body(await ValidAsync(text, api.Audience, api.TokenTypes, ct));

    /// <summary>The body of a token with which the provider says that somebody signed out.</summary>
    /// <exception cref="SignInRefusedException">It is not to be trusted.</exception>
    public async Task<JsonElement> LogoutTokenAsync(string text, CancellationToken ct)
    {
        var body = Body(await ValidAsync(text, settings.ClientId, ["logout+jwt", "JWT"], ct));
        if (!body.TryGetProperty("events", out var events) || events.ValueKind != JsonValueKind.Object || !events.TryGetProperty(BackChannelLogout, out _)) throw Refused("no-logout-event");
        if (body.TryGetProperty("nonce", out _)) throw Refused("logout-token-with-nonce");
        if (Said(body, "sub") is null && Said(body, "sid") is null) throw Refused("logout-of-nobody");
        return body;
    }

    public static string? Said(JsonElement body, string claim) => body.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A claim that is an instant.</summary>
    public static DateTimeOffset? Instant(JsonElement body, string claim) =>
        body.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is >= 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private async Task<JsonWebToken> ValidAsync(string text, string audience, IReadOnlyList<string> types, CancellationToken ct)
    {
        var configuration = await provider.GetAsync(ct);
        var result = await handler.ValidateTokenAsync(text, Expected(configuration, audience, types));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException && await provider.RefreshAsync(configuration, ct) is { } anew)
            result = await handler.ValidateTokenAsync(text, Expected(anew, audience, types));
        if (!result.IsValid) throw Refused(TokenFault.Of(result.Exception));
        var token = (JsonWebToken)result.SecurityToken;
        if (Instant(Body(token), "iat") is not { } issued || issued > clock.GetUtcNow() + Skew) throw Refused("issued-later-than-now");
        return token;
    }

    private TokenValidationParameters Expected(OpenIdConnectConfiguration configuration, string audience, IReadOnlyList<string> types) => new()
    {
        ValidIssuer = configuration.Issuer,
        ValidAudience = audience,
        IssuerSigningKeys = configuration.SigningKeys,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires),
        TypeValidator = (type, _, _) => types.Contains(string.IsNullOrEmpty(type) ? "JWT" : type.Replace("application/", "", StringComparison.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase)
            ? type
            : throw new SecurityTokenInvalidTypeException(),
    };

    private bool IsNow(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } begin || now >= begin - Skew);
    }

    private static string HalfHash(string algorithm, string accessToken)
    {
        var text = Encoding.ASCII.GetBytes(accessToken);
        var hash = algorithm[^3..] switch { "384" => SHA384.HashData(text), "512" => SHA512.HashData(text), _ => SHA256.HashData(text) };
        return Base64UrlEncoder.Encode(hash[..(hash.Length / 2)]);
    }

    private static bool IsSame(string? one, string other) => one is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static JsonElement Body(JsonWebToken token) => JsonSerializer.Deserialize<JsonElement>(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));

    private static SignInRefusedException Refused(string reason) => new(SignInRefusal.Untrusted(reason));
}
