using System.Net;
using System.Net.Http.Headers;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>A program gets what its token's scopes and its role say, and nothing with a token that is not the provider's, to this API, of now.</summary>
public sealed class ForgedBearerTests(ForgingHouse house) : IClassFixture<ForgingHouse>
{
    [PostgresFact]
    public async Task What_is_not_forged_opens_the_API()
    {
        (await AskAsync(Token().Signed())).StatusCode.Should().Be(HttpStatusCode.OK);
        using var post = new HttpRequestMessage(HttpMethod.Post, "/api/facts") { Content = new StringContent("{}", new MediaTypeHeaderValue("application/json")) };
        (await AskAsync(Token("facts.write").Signed(), post)).StatusCode.Should().Be(HttpStatusCode.BadRequest, "it may record, and this is no fact");
    }

    [PostgresFact]
    public Task Expired() => RefusedAsync(Token().With("exp", Now - 120).Signed(), "not-of-now");

    [PostgresFact]
    public Task For_another_audience() => RefusedAsync(Token().With("aud", "https://other.example").Signed(), "for-somebody-else");

    [PostgresFact]
    public Task From_another_issuer() => RefusedAsync(Token().With("iss", "https://evil.example").Signed(), "from-somebody-else");

    [PostgresFact]
    public Task Tampered() => RefusedAsync(Token().Tampered("scope", "journeys.read facts.write"), "wrong-signature");

    [PostgresFact]
    public Task Not_signed() => RefusedAsync(Token().Unsigned(), "wrong-signature");

    [PostgresFact]
    public Task Signed_with_an_unknown_key() => RefusedAsync(Token().Signed(new ForgedToken.Key("k1")), "wrong-signature");

    [PostgresFact]
    public Task Signed_with_a_shared_secret() => RefusedAsync(Token().SignedWithSecret(house.Provider.Published.Rsa.ExportSubjectPublicKeyInfo()), "wrong-signature");

    [PostgresFact]
    public Task Of_a_program_that_is_not_in_the_file() => RefusedAsync(Token().With("client_id", "stranger").Signed(), "unknown-program");

    [PostgresFact]
    public Task An_id_token()
    {
        var token = Token();
        token.Header.Remove("typ");
        return RefusedAsync(token.Signed(), "wrong-type");
    }

    [PostgresTheory]
    [InlineData("GET", "/api/stages", "journeys.read", "counts.read")]
    [InlineData("GET", "/api/journeys/6eea3b4d-7fee-4e3d-8b61-124ff2b6297a", "counts.read", "journeys.read")]
    [InlineData("POST", "/api/facts", "journeys.read counts.read", "facts.write")]
    [InlineData("GET", "/hubs/board", "journeys.read", "board.watch")]
    public async Task Without_the_scope_it_is_told_which_one_is_missing(string method, string path, string has, string needs)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var answer = await AskAsync(Token(has).Signed(), request);
        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        answer.Headers.WwwAuthenticate.ToString().Should().Contain("insufficient_scope").And.Contain($"\"{needs}\"");
    }

    [PostgresFact]
    public async Task A_token_opens_no_page()
    {
        foreach (var path in new[] { "/board", "/", "/journeys/6eea3b4d-7fee-4e3d-8b61-124ff2b6297a" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            var answer = await AskAsync(Token("board.watch journeys.read").Signed(), request);
            (answer.StatusCode, answer.Headers.Location!.ToString()).Should().Be((HttpStatusCode.SeeOther, $"/sign-in?return={Uri.EscapeDataString(path)}"));
        }
    }

    [PostgresFact]
    public async Task Who_sends_no_token_is_told_how()
    {
        using var visitor = new Visitor(house.Server.Address);
        var answer = await visitor.GetAsync("/api/stages");
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().Should().Be("Bearer realm=\"JourneyTracker\"");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [PostgresFact]
    public async Task A_new_key_of_the_provider_is_learnt_and_an_unknown_one_does_not_trouble_it_each_time()
    {
        await using var node = await house.NodeAsync();
        (await AskAsync(Token().Signed(), node: node)).StatusCode.Should().Be(HttpStatusCode.OK);
        for (var i = 0; i < 3; i++)
        {
            var unknown = Token();
            unknown.Header["kid"] = "k9";
            (await AskAsync(unknown.Signed(new ForgedToken.Key("k9")), node: node)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }

        var before = house.Provider.Published;
        var asked = house.Provider.KeysAsked;
        house.Provider.Published = new ForgedToken.Key("k2");
        try
        {
            await using var later = await house.NodeAsync();
            (await AskAsync(Token().Signed(), node: later)).StatusCode.Should().Be(HttpStatusCode.OK);
            (house.Provider.KeysAsked - asked).Should().Be(1);
            await Task.Delay(TimeSpan.FromSeconds(10.5));
            (await AskAsync(Token().Signed(), node: node)).StatusCode.Should().Be(HttpStatusCode.OK, "the key is new, and is asked for, not {0}", house.LastReason);
        }
        finally
        {
            house.Provider.Published = before;
        }
    }

    private ForgedToken Token(string scope = "counts.read")
    {
        var token = house.Provider.Token(("aud", RealProvider.Audience), ("sub", "ndelius-feed"), ("client_id", "ndelius-feed"), ("scope", scope));
        token.Header["typ"] = "at+jwt";
        return token;
    }

    private async Task RefusedAsync(string token, string reason)
    {
        var answer = await AskAsync(token);
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().Should().Contain("error=\"invalid_token\"");
        house.LastReason.Should().Be(reason);
    }

    private async Task<HttpResponseMessage> AskAsync(string token, HttpRequestMessage? request = null, WebServer? node = null)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = (node ?? house.Server).Address };
        using var asked = request ?? new HttpRequestMessage(HttpMethod.Get, "/api/stages");
        asked.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(asked);
    }

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();
}
