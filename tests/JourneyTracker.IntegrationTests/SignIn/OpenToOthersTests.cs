using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web;
using JourneyTracker.Web.Hosting;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>A server that other machines reach: only by its name, only over HTTPS, and a proxy is believed only when it was named.</summary>
public sealed class OpenToOthersTests(ForgingHouse house) : IClassFixture<ForgingHouse>
{
    private static readonly IPNetwork Loopback = new(IPAddress.Loopback, 32);

    [PostgresFact]
    public async Task What_a_trusted_proxy_says_is_believed()
    {
        await using var node = await NodeAsync([Loopback]);
        var answer = await AskAsync(node, "/sign-in/start", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Host", "journeys.example"));
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().Should().Contain("redirect_uri=" + Uri.EscapeDataString("https://journeys.example/sign-in/callback"));
        answer.Headers.GetValues("Set-Cookie").Should().OnlyContain(c => c.Contains("secure", StringComparison.Ordinal));
        answer.Headers.GetValues("Strict-Transport-Security").Should().ContainSingle();
    }

    [PostgresFact]
    public async Task What_anybody_else_says_in_a_proxys_name_is_not()
    {
        await using var node = await NodeAsync([new IPNetwork(IPAddress.Parse("10.9.9.9"), 32)]);
        (await AskAsync(node, "/sign-in/start", ("X-Forwarded-Proto", "https"))).StatusCode.Should().Be(HttpStatusCode.Forbidden, "it came over HTTP, whatever it says");
        (await AskAsync(node, "/health/live", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "10.9.9.9"))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [PostgresTheory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1")]
    [InlineData("journeys.example.evil.example")]
    public async Task Another_name_is_refused_also_from_the_proxy(string name)
    {
        await using var node = await NodeAsync([Loopback], address: IPAddress.Any);
        (await AskAsync(node, "/health/live", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", name))).StatusCode.Should().Be(HttpStatusCode.MisdirectedRequest);
        (await AskAsync(node, "/health/live", ("X-Forwarded-Proto", "https"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [PostgresFact]
    public async Task Each_address_behind_the_proxy_has_its_own_bound()
    {
        await using var node = await NodeAsync([Loopback], bounds: new ServerBounds { SignInsOfAddress = 1 });
        foreach (var (address, expected) in new[] { ("203.0.113.7", 302), ("203.0.113.7", 429), ("203.0.113.8", 302), ("2001:db8::1", 302), ("2001:db8::2", 429) })
            ((int)(await AskAsync(node, "/sign-in/start", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", address))).StatusCode).Should().Be(expected, address);
    }

    [PostgresFact]
    public async Task With_a_certificate_it_speaks_HTTPS_itself_and_its_cookie_is_of_this_host_alone()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        await using var node = await WebServer.CreateAsync(
            house.Journal, options: new WebOptions(new Listening(0) { Address = IPAddress.Loopback, Certificate = certificate }) { SignIn = SignInHouse.Settings(house.Provider.Address) });
        node.Address.Scheme.Should().Be("https");
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new(), ServerCertificateCustomValidationCallback = (_, _, _, _) => true });
        var led = await http.GetAsync(new Uri(node.Address, "/sign-in/start"));
        var back = await http.GetAsync(led.Headers.Location);
        var signedIn = await http.GetAsync(back.Headers.Location);
        signedIn.Headers.GetValues("Set-Cookie").Should().ContainSingle(c => c.StartsWith("__Host-journey=", StringComparison.Ordinal))
            .Which.Should().Contain("path=/").And.Contain("secure").And.Contain("httponly").And.Contain("samesite=lax").And.NotContain("domain");
        (await http.GetAsync(new Uri(node.Address, "/api/stages"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [PostgresFact]
    public void A_server_that_would_let_in_whom_nobody_knows_is_not_made()
    {
        var open = new Listening(0) { Address = IPAddress.Any, Names = ["journeys.example"] };
        var signIn = SignInHouse.Settings(house.Provider.Address);
        foreach (var options in new[]
        {
            new WebOptions(open with { Proxies = [Loopback] }),
            new WebOptions(open) { SignIn = signIn },
            new WebOptions(open with { Proxies = [Loopback], Names = [] }) { SignIn = signIn },
            new WebOptions(WebServer.Coordinator, 0) { SignIn = signIn },
        })
        {
            FluentActions.Invoking(() => WebHost.Build(options, house.Journal.House, TimeProvider.System)).Should().Throw<InvalidOperationException>();
        }
    }

    private Task<WebServer> NodeAsync(IPNetwork[] proxies, ServerBounds? bounds = null, IPAddress? address = null) => WebServer.CreateAsync(
        house.Journal, bounds: bounds, options: new WebOptions(new Listening(0) { Address = address ?? IPAddress.Loopback, Proxies = proxies, Names = ["journeys.example"] }) { SignIn = SignInHouse.Settings(house.Provider.Address) });

    private static async Task<HttpResponseMessage> AskAsync(WebServer node, string path, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{node.Address.Port}{path}");
        request.Headers.Host = "journeys.example";
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await http.SendAsync(request);
    }
}
