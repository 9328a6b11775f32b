using System.Net;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>With sign-in on, who has not signed in gets nothing, anywhere.</summary>
public sealed class AnonymousTests(ForgingHouse house) : IClassFixture<ForgingHouse>
{
    private IEnumerable<RouteEndpoint> Endpoints => house.Server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    [PostgresFact]
    public void Only_sign_in_assets_health_problems_and_the_description_are_for_everybody()
    {
        Endpoints.Where(e => e.Metadata.GetMetadata<RequiresAttribute>() is null).Select(e => e.DisplayName).Should().BeEmpty();
        Endpoints.Where(e => e.Metadata.GetMetadata<RequiresAttribute>()!.Permission == Permission.None).Select(e => e.RoutePattern.RawText!.TrimStart('/'))
            .Should().BeEquivalentTo(
                "accessibility", "assets/{hash}/{name}", "cookies", "health/live", "health/ready", "help", "openapi", "problem/{status:int}", "sign-in", "sign-out", "signed-out", "sign-in/start", "sign-in/callback", "sign-in/back-channel");
    }

    [PostgresTheory]
    [InlineData(null)]
    [InlineData("journey=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("journey=nonsense; __Host-journey=nonsense; journey-persona=coordinator")]
    public async Task Every_other_endpoint_asks_for_sign_in_whether_the_journey_is_there_or_not(string? cookie)
    {
        await using var recorder = await WebServer.CreateAsync(house.Journal);
        var opened = (await recorder.PostAsync("journey-opened.v1", new { how = "hand", happenedOn = WebServer.Day(-2) })).GetProperty("journey").GetGuid();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = house.Server.Address };
        var tried = 0;
        foreach (var endpoint in Endpoints.Where(e => e.Metadata.GetMetadata<RequiresAttribute>()!.Permission != Permission.None))
        {
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"])
            {
                foreach (var id in new[] { opened, Guid.NewGuid() })
                {
                    var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{id}", id.ToString(), StringComparison.Ordinal);
                    using var request = new HttpRequestMessage(new HttpMethod(method), path);
                    if (cookie is not null) request.Headers.Add("Cookie", cookie);
                    request.Headers.Add("Origin", house.Server.Address.GetLeftPart(UriPartial.Authority));
                    var answer = await http.SendAsync(request);
                    answer.StatusCode.Should().BeOneOf([HttpStatusCode.Unauthorized, HttpStatusCode.SeeOther], $"{method} {path}");
                    if (answer.StatusCode == HttpStatusCode.SeeOther) answer.Headers.Location!.ToString().Should().StartWith("/sign-in?return=");
                    (await answer.Content.ReadAsStringAsync()).Should().NotContain(id.ToString()).And.NotContain("W-");
                    tried++;
                }
            }
        }

        tried.Should().BeGreaterThan(12);
        await FluentActions.Awaiting(() => HubClient.ConnectAsync(house.Server.Address)).Should().ThrowAsync<Exception>("the hub is for nobody either");
    }

    [PostgresFact]
    public async Task Health_says_that_it_is_well_and_no_more()
    {
        using var visitor = new Visitor(house.Server.Address);
        (await (await visitor.GetAsync("/health/ready")).Content.ReadAsStringAsync()).Should().NotContain("\"journeys\"");
    }
}
