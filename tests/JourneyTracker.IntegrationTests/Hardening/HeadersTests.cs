using System.Net;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Hardening;

/// <summary>Whatever a server answers, from whatever address, it forbids everything from elsewhere and leaves no trace; over HTTPS it stays there.</summary>
public sealed class HeadersTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='; connect-src 'self'; img-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    [PostgresFact]
    public async Task Every_answer_of_every_address_has_them_with_sign_in_and_without()
    {
        await using var own = await WebServer.CreateAsync(house);
        await using var signedIn = await SignedInServer.StartAsync(house);
        foreach (var server in new[] { own, signedIn })
        {
            using var client = SignedInServer.ClientOf(server);
            var statuses = new HashSet<HttpStatusCode>();
            foreach (var person in new[] { "ada", null })
            {
                foreach (var (method, path) in Walk.Of(server, $"{Guid.NewGuid()}"))
                {
                    foreach (var host in new[] { null, "evil.example" })
                    {
                        using var request = new HttpRequestMessage(method, path);
                        if (person is not null) request.Headers.Add(SignedInServer.Person, person);
                        if (host is not null) request.Headers.Host = host;
                        var answer = await client.SendAsync(request);
                        statuses.Add(answer.StatusCode);
                        HasThem(answer, $"{method} {path} of {person}: {answer.StatusCode}");
                    }
                }
            }

            statuses.Should().Contain([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.MethodNotAllowed, HttpStatusCode.MisdirectedRequest, HttpStatusCode.UnsupportedMediaType]);
            if (server == signedIn) statuses.Should().Contain([HttpStatusCode.SeeOther, HttpStatusCode.Unauthorized, HttpStatusCode.ServiceUnavailable]);
        }
    }

    [PostgresFact]
    public async Task Over_HTTPS_every_answer_says_so_also_one_that_fails_and_the_forms_cookie_is_this_hosts_alone()
    {
        using var certificate = SignedInServer.Certificate();
        await using var own = await WebServer.CreateAsync();
        var journey = await own.OpenAsync("E23000007");
        await using var server = await SignedInServer.StartSecureAsync(own.House, certificate);
        using var client = SignedInServer.ClientOf(server);

        var form = await client.AskAsync($"/journeys/{journey}/known-to-me", "ada");
        form.StatusCode.Should().Be(HttpStatusCode.OK);
        form.Headers.GetValues("Set-Cookie").Should().ContainSingle(c => c.StartsWith("__Host-journey-form=", StringComparison.Ordinal))
            .Which.Should().ContainAll("path=/", "secure", "httponly", "samesite=strict").And.NotContain("domain");

        await own.House.DamageAsync("alter table journeys.mt_events rename to gone");
        var failed = await client.AskAsync($"/journeys/{journey}", "ada");
        ((int)failed.StatusCode).Should().BeGreaterThanOrEqualTo(500);
        foreach (var answer in new[] { form, failed, await client.AskAsync("/nowhere", null), await client.AskAsync("/board", null) })
        {
            HasThem(answer, $"{answer.RequestMessage!.RequestUri}");
            answer.Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000; includeSubDomains");
        }
    }

    private static void HasThem(HttpResponseMessage answer, string which)
    {
        string? Of(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join('|', values) : null;
        Of("Content-Security-Policy").Should().Be(Policy, which);
        Of("X-Content-Type-Options").Should().Be("nosniff", which);
        Of("X-Frame-Options").Should().Be("DENY", which);
        Of("Referrer-Policy").Should().Be("no-referrer", which);
        Of("Cross-Origin-Opener-Policy").Should().Be("same-origin", which);
        Of("Cross-Origin-Resource-Policy").Should().Be("same-origin", which);
        Of("Permissions-Policy").Should().Contain("camera=()", which);
        answer.Headers.CacheControl!.NoStore.Should().BeTrue(which);
        (Of("Server"), Of("X-Powered-By"), Of("Access-Control-Allow-Origin")).Should().Be((null, null, null), which);
    }
}
