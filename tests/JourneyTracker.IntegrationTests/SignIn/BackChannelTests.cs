using System.Net;
using System.Text.Json.Nodes;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>The provider ends sessions here, and nobody else does.</summary>
public sealed class BackChannelTests(ForgingHouse house) : IClassFixture<ForgingHouse>
{
    [PostgresFact]
    public async Task The_session_that_the_provider_names_ends_and_no_other()
    {
        using var visitor = new Visitor(house.Server.Address);
        await visitor.SignInAsync();
        (await PostAsync(Logout().With("sid", "another").Signed())).Should().Be(HttpStatusCode.OK);
        (await visitor.CountAsync()).Should().Be(HttpStatusCode.OK);
        (await PostAsync(Logout().Signed())).Should().Be(HttpStatusCode.OK);
        (await visitor.CountAsync()).Should().Be(HttpStatusCode.Unauthorized);
    }

    [PostgresFact]
    public async Task Without_a_session_every_one_of_the_person_ends_but_none_that_began_later()
    {
        using var visitor = new Visitor(house.Server.Address);
        await visitor.SignInAsync();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        (await PostAsync(Logout().With("sid", null).With("iat", now - 200).Signed())).Should().Be(HttpStatusCode.OK);
        (await visitor.CountAsync()).Should().Be(HttpStatusCode.OK, "the token is from before");
        (await PostAsync(Logout().With("sid", null).With("sub", "sue").Signed())).Should().Be(HttpStatusCode.OK);
        (await visitor.CountAsync()).Should().Be(HttpStatusCode.OK, "it is about somebody else");
        (await PostAsync(Logout().With("sid", null).Signed())).Should().Be(HttpStatusCode.OK);
        (await visitor.CountAsync()).Should().Be(HttpStatusCode.Unauthorized);
    }

    [PostgresFact]
    public async Task A_forged_token_ends_nothing()
    {
        using var visitor = new Visitor(house.Server.Address);
        await visitor.SignInAsync();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        foreach (var (forged, reason) in new (string, string)[]
        {
            (Logout().With("aud", "somebody-else").Signed(), "for-somebody-else"),
            (Logout().With("iss", "https://evil.example").Signed(), "from-somebody-else"),
            (Logout().With("exp", now - 120).Signed(), "not-of-now"),
            (Logout().With("nonce", "n").Signed(), "logout-token-with-nonce"),
            (Logout().With("events", null).Signed(), "no-logout-event"),
            (Logout().With("sid", null).With("sub", null).Signed(), "logout-of-nobody"),
            (Logout().Signed(new ForgedToken.Key("k1")), "wrong-signature"),
            (Logout().Tampered("sid", "another"), "wrong-signature"),
            (Logout().Unsigned(), "wrong-signature"),
        })
        {
            (await PostAsync(forged)).Should().Be(HttpStatusCode.BadRequest, reason);
            house.LastReason.Should().Be(reason);
        }

        (await visitor.CountAsync()).Should().Be(HttpStatusCode.OK);
    }

    private ForgedToken Logout()
    {
        var token = house.Provider.Token(
            ("aud", "journeytracker"), ("sub", "ada"), ("sid", "s-ada"), ("jti", "1"), ("events", new JsonObject { ["http://schemas.openid.net/event/backchannel-logout"] = new JsonObject() }));
        token.Header["typ"] = "logout+jwt";
        return token;
    }

    private async Task<HttpStatusCode> PostAsync(string token)
    {
        using var content = new FormUrlEncodedContent([new("logout_token", token)]);
        return (await house.Server.Client.PostAsync("/sign-in/back-channel", content)).StatusCode;
    }
}
