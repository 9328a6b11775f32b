using System.Net;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web.Hosting;

namespace JourneyTracker.IntegrationTests.Hardening;

/// <summary>Nobody who has signed in, and no network address, asks for more in a minute than it is given; health is always answered.</summary>
public sealed class RateTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    [PostgresFact]
    public async Task One_persons_minute_is_full_and_another_persons_is_not()
    {
        await using var server = await SignedInServer.StartAsync(house, new ServerBounds { RequestsOfPerson = 3 });
        using var client = SignedInServer.ClientOf(server);
        for (var i = 0; i < 3; i++) (await client.AskAsync("/api/stages", "ada")).StatusCode.Should().Be(HttpStatusCode.OK);

        var refused = await client.AskAsync("/api/stages", "ada");
        await IsRefusedAsync(refused, "application/problem+json");
        await IsRefusedAsync(await client.AskAsync("/board", "ada"), "text/html");
        (await client.AskAsync("/api/stages", "bea")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.AskAsync("/health/live", "ada")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.AskAsync("/health/ready", "ada")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [PostgresFact]
    public async Task Journeys_are_opened_more_slowly_than_the_rest_by_page_or_by_program_whether_there_are_such_or_not()
    {
        await using var server = await SignedInServer.StartAsync(house, new ServerBounds { JourneysOfPerson = 2 });
        using var client = SignedInServer.ClientOf(server);
        (await client.AskAsync($"/api/journeys/{Guid.NewGuid()}", "ada")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await client.AskAsync($"/journeys/{Guid.NewGuid()}", "ada")).StatusCode.Should().Be(HttpStatusCode.NotFound);

        await IsRefusedAsync(await client.AskAsync($"/api/journeys/{Guid.NewGuid()}", "ada"), "application/problem+json");
        await IsRefusedAsync(await client.AskAsync($"/journeys/{Guid.NewGuid()}/emergency", "ada"), "text/html");
        (await client.AskAsync("/api/stages", "ada")).StatusCode.Should().Be(HttpStatusCode.OK, "only opening is full");
    }

    [PostgresFact]
    public async Task An_addresss_minute_is_full_for_whoever_asks_from_it_before_anybody_looks_up_who_that_is()
    {
        await using var server = await SignedInServer.StartAsync(house, new ServerBounds { RequestsOfAddress = 3 });
        using var client = SignedInServer.ClientOf(server);
        (await client.AskAsync("/api/stages", "ada")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.AskAsync("/api/stages", null, ("Authorization", "Bearer guessed"))).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable, "there is no provider to ask");
        (await client.AskAsync("/nowhere", null)).StatusCode.Should().Be(HttpStatusCode.NotFound);

        await IsRefusedAsync(await client.AskAsync("/api/stages", null, ("Cookie", "journey=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")), "application/problem+json");
        await IsRefusedAsync(await client.AskAsync("/board", "bea"), "text/html");
        await IsRefusedAsync(await client.AskAsync("/sign-in", null), "text/html");
        (await client.AskAsync("/health/live", null)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.AskAsync("/openapi", null)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [PostgresFact]
    public async Task What_a_sender_says_of_its_address_gives_it_no_second_minute_unless_a_trusted_proxy_says_it()
    {
        foreach (var (proxy, third) in new[] { ("10.9.9.9/32", HttpStatusCode.Forbidden), ("127.0.0.1/32", HttpStatusCode.OK) })
        {
            var listening = new Listening(0) { Address = IPAddress.Loopback, Proxies = [IPNetwork.Parse(proxy)], Names = ["127.0.0.1"] };
            await using var server = await SignedInServer.StartAsync(house, new ServerBounds { RequestsOfAddress = 1 }, listening);
            using var client = SignedInServer.ClientOf(server);
            var answers = new List<HttpStatusCode>();
            foreach (var said in new[] { "203.0.113.7", "203.0.113.7", "203.0.113.8" })
                answers.Add((await client.AskAsync("/api/stages", "ada", ("X-Forwarded-For", said), ("X-Forwarded-Proto", "https"))).StatusCode);
            answers[2].Should().Be(third);
            if (third == HttpStatusCode.OK) answers.Should().Equal(HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK);
        }

        await using var open = await SignedInServer.StartAsync(house, new ServerBounds { RequestsOfAddress = 1 });
        using var spoofing = SignedInServer.ClientOf(open);
        (await spoofing.AskAsync("/api/stages", "ada", ("X-Forwarded-For", "203.0.113.7"))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await spoofing.AskAsync("/api/stages", "ada", ("X-Forwarded-For", "203.0.113.8"))).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [PostgresFact]
    public async Task Without_sign_in_nobodys_minute_is_counted()
    {
        await using var server = await WebServer.CreateAsync(house, bounds: new ServerBounds { RequestsOfPerson = 1, JourneysOfPerson = 1, RequestsOfAddress = 1 });
        for (var i = 0; i < 3; i++) (await server.Client.GetAsync("/api/stages")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static async Task IsRefusedAsync(HttpResponseMessage answer, string type)
    {
        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.FromSeconds(0)).And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
        answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("Try again in a minute.");
    }
}
