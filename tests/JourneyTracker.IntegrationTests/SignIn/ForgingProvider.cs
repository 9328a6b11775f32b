using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>A provider that answers over HTTP as a real one does, lets everybody in at once, and forges what a test tells it to.</summary>
public sealed class ForgingProvider : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> codes = new();
    private readonly WebApplication app;

    private ForgingProvider(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    public ForgedToken.Key Published { get; set; } = new("k1");

    /// <summary>Changes the token that is about to be given.</summary>
    public Func<ForgedToken, string> Forge { get; set; } = token => token.Signed();

    /// <summary>What it says in the answer about itself; null for nothing.</summary>
    public string? SaysIssuer { get; set; }

    /// <summary>How often its keys were asked for.</summary>
    public int KeysAsked { get; private set; }

    public static async Task<ForgingProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new ForgingProvider(builder.Build());
        provider.Map();
        await provider.app.StartAsync();
        provider.Address = new Uri(provider.app.Urls.Single());
        return provider;
    }

    /// <summary>What a token says when nothing is forged.</summary>
    public ForgedToken Token(params (string Name, JsonNode? Value)[] claims)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var body = new JsonObject { ["iss"] = Address.GetLeftPart(UriPartial.Authority), ["iat"] = now, ["exp"] = now + 300 };
        foreach (var (name, value) in claims) body[name] = value;
        return new ForgedToken(Published, new JsonObject { ["alg"] = "RS256", ["kid"] = Published.Id }, body);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = At(""),
            authorization_endpoint = At("/auth"),
            token_endpoint = At("/token"),
            jwks_uri = At("/keys"),
            end_session_endpoint = At("/end"),
        });
        app.MapGet("/keys", () =>
        {
            KeysAsked++;
            return new { keys = new[] { Published.Public } };
        });
        app.MapGet("/auth", (string redirect_uri, string state, string nonce, string code_challenge, string code_challenge_method) =>
        {
            code_challenge_method.Should().Be("S256");
            var code = Guid.NewGuid().ToString("N");
            codes[code] = (nonce, code_challenge);
            return Results.Redirect($"{redirect_uri}?code={code}&state={Uri.EscapeDataString(state)}{(SaysIssuer is null ? "" : $"&iss={Uri.EscapeDataString(SaysIssuer)}")}");
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (!codes.TryRemove(form["code"]!, out var code) || code.Challenge != Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))))
                return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
            var token = Token(
                ("aud", "journeytracker"), ("sub", "ada"), ("sid", "s-ada"), ("nonce", code.Nonce), ("preferred_username", "ada"), ("family_name", "Lovelace"), ("agency", "Coordination"),
                ("agency_type", "VOLUNTARY"), ("partnership", "north"), ("groups", new JsonArray("wsa-coordinators")), ("auth_time", DateTimeOffset.UtcNow.ToUnixTimeSeconds()));
            return Results.Json(new { access_token = "an access token", token_type = "Bearer", id_token = Forge(token) });
        });
    }

    private string At(string path) => Address.GetLeftPart(UriPartial.Authority) + path;
}
