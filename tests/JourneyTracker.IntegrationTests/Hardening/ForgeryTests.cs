using System.Net;
using AngleSharp.Html.Parser;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Hardening;

/// <summary>No other site, and no form that is not ours, changes anything in the name of somebody who has signed in.</summary>
public sealed class ForgeryTests(WebServer server) : IClassFixture<WebServer>
{
    [PostgresTheory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Every_post_of_a_running_server_is_refused_from_another_site(string header, string value)
    {
        var journey = await server.OpenAsync(null);
        await using var signedIn = await SignedInServer.StartAsync(server.House);
        var posts = 0;
        foreach (var asked in new[] { server, signedIn })
        {
            using var client = SignedInServer.ClientOf(asked);
            foreach (var (method, path) in Walk.Of(asked, $"{journey}").Where(w => w.Method != HttpMethod.Get && w.Method != HttpMethod.Head))
            {
                using var request = new HttpRequestMessage(method, path) { Content = new FormUrlEncodedContent([new("why", "curious")]) };
                request.Headers.Add(SignedInServer.Person, "ada");
                request.Headers.Add("Cookie", "journey=of-somebody");
                request.Headers.Add(header, value);
                (await client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Forbidden, $"{method} {path}");
                posts++;
            }
        }

        posts.Should().BeGreaterThan(8);
        (await server.Client.GetAsync($"/journeys/{journey}")).StatusCode.Should().Be(HttpStatusCode.OK, "nobody said that she is known to them");
    }

    [PostgresTheory]
    [InlineData("known-to-me")]
    [InlineData("emergency")]
    public async Task A_form_without_its_token_or_with_another_browsers_does_nothing(string form)
    {
        var journey = await server.OpenAsync(null);
        var page = await server.Client.GetAsync($"/journeys/{journey}/{form}");
        var token = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var elsewhere = SignedInServer.ClientOf(server);
        foreach (var fields in new Dictionary<string, string>[] { new() { ["why"] = "curious" }, new() { ["why"] = "curious", ["__RequestVerificationToken"] = token }, new() { ["why"] = "curious", ["__RequestVerificationToken"] = "forged" } })
            (await elsewhere.PostAsync($"/journeys/{journey}/{form}", new FormUrlEncodedContent(fields))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await server.Client.GetAsync($"/journeys/{journey}")).StatusCode.Should().Be(HttpStatusCode.OK);
        var other = await server.OpenAsync(null);
        await server.Client.PostAsync($"/journeys/{other}/{form}", new FormUrlEncodedContent([new("id", $"{journey}"), new("why", "she is in danger"), new("__RequestVerificationToken", token)]));
        (await server.LookedAsync($"journey = '{journey}' and (operation = 'disclosure' or subject = 'person-barred.v1')")).Should().Be(0);

        var own = await server.Client.PostAsync($"/journeys/{journey}/{form}", new FormUrlEncodedContent([new("why", "she is in danger"), new("__RequestVerificationToken", token)]));
        own.StatusCode.Should().Be(HttpStatusCode.OK, "the same form from its own page is taken");
    }
}
