using System.Net;
using System.Net.WebSockets;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>There is no sign-in: other machines cannot reach the server, and other sites in a browser on this machine cannot use it.</summary>
public sealed class OwnMachineTests(WebServer server) : IClassFixture<WebServer>
{
    [PostgresFact]
    public void It_listens_on_loopback_only() => server.App.Urls.Should().OnlyContain(url => new Uri(url).IsLoopback);

    [PostgresTheory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example:5080")]
    [InlineData("192.168.0.1")]
    public async Task Another_name_that_was_pointed_at_this_machine_is_refused(string host)
    {
        foreach (var path in new[] { "/board", "/api/stages", "/health/live" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            (await server.Client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.MisdirectedRequest);
        }
    }

    [PostgresTheory]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Origin", "http://localhost:1", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_post_from_another_site_is_refused(string header, string value, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/facts") { Content = new StringContent("{}") };
        request.Headers.Add(header, value);
        (await server.Client.SendAsync(request)).StatusCode.Should().Be(expected);
    }

    [PostgresFact]
    public async Task A_web_socket_from_another_site_is_refused()
    {
        await FluentActions.Awaiting(() => HubClient.ConnectAsync(server.Address, "https://evil.example"))
            .Should().ThrowAsync<WebSocketException>().WithMessage("*403*");
        await using var own = await HubClient.ConnectAsync(server.Address, server.Address.GetLeftPart(UriPartial.Authority));
        own.Connection.State.Should().Be(Microsoft.AspNetCore.SignalR.Client.HubConnectionState.Connected);
    }

    [PostgresFact]
    public async Task Pages_forbid_everything_from_elsewhere_and_leave_no_trace()
    {
        foreach (var path in new[] { "/board", "/journeys/nonsense", "/api/stages" })
        {
            var answer = await server.Client.GetAsync(path);
            answer.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-").And.NotContain("unsafe");
            answer.Headers.CacheControl!.NoStore.Should().BeTrue();
            answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
            answer.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
            answer.Headers.Contains("Server").Should().BeFalse();
        }
    }
}
