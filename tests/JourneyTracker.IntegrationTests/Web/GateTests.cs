using System.Net;
using System.Reflection;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>Nothing is served that does not say who may have it, and a stranger gets nothing.</summary>
public sealed class GateTests(WebServer server) : IClassFixture<WebServer>
{
    private IEnumerable<RouteEndpoint> Endpoints => server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    [PostgresFact]
    public void Every_endpoint_states_its_permission()
    {
        Endpoints.Select(e => e.RoutePattern.RawText!.TrimStart('/')).Should().Contain(["", "board", "journeys/{id}", "api/facts", "hubs/board", "health/ready", "openapi"]);
        Endpoints.Where(e => e.Metadata.GetMetadata<RequiresAttribute>() is null).Select(e => e.DisplayName).Should().BeEmpty();
    }

    [PostgresFact]
    public void Every_hub_method_states_its_permission()
    {
        var hubs = Endpoints.Select(e => e.Metadata.GetMetadata<HubMetadata>()?.HubType).OfType<Type>().Distinct().ToList();
        hubs.Should().NotBeEmpty();
        hubs.SelectMany(h => h.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.GetBaseDefinition().DeclaringType != typeof(Hub) && m.GetCustomAttribute<RequiresAttribute>() is null)
            .Select(m => m.Name).Should().BeEmpty();
    }

    [PostgresFact]
    public async Task Only_assets_health_problems_and_the_description_are_for_everybody()
    {
        var open = Endpoints.Where(e => e.Metadata.GetMetadata<RequiresAttribute>()!.Permission == Permission.None).Select(e => e.RoutePattern.RawText!.TrimStart('/'));
        open.Should().BeEquivalentTo("accessibility", "assets/{hash}/{name}", "cookies", "health/live", "health/ready", "help", "openapi", "problem/{status:int}");
        (await server.Client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [PostgresFact]
    public async Task An_endpoint_without_a_permission_is_not_served()
    {
        await using var careless = await WebServer.CreateAsync(server.House, add: app => app.MapGet("/careless", () => "secret"));
        var answer = await careless.Client.GetAsync("/careless");
        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("secret");
    }

    [PostgresFact]
    public async Task A_stranger_is_refused_everywhere()
    {
        var journey = await server.OpenAsync("E23000007");
        await using var asked = await server.AskedByAsync(WebServer.Coordinator with { Partnership = JournalHouse.South });
        var tried = 0;
        foreach (var endpoint in Endpoints.Where(e => e.Metadata.GetMetadata<RequiresAttribute>()!.Permission != Permission.None))
        {
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"])
            {
                var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{id}", journey.ToString(), StringComparison.Ordinal);
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                var answer = await asked.Client.SendAsync(request);
                answer.StatusCode.Should().BeOneOf([HttpStatusCode.Forbidden, HttpStatusCode.NotFound], $"{method} {path}");
                (await answer.Content.ReadAsStringAsync()).Should().NotContain(journey.ToString()).And.NotContain("W-");
                tried++;
            }
        }

        tried.Should().BeGreaterThan(6);
        await FluentActions.Awaiting(() => HubClient.ConnectAsync(asked.Address)).Should().ThrowAsync<Exception>("the hub is not shared either");
    }

    [PostgresFact]
    public async Task Her_journey_is_the_same_not_found_for_a_stranger_as_one_that_is_not_there()
    {
        var journey = await server.OpenAsync("E23000007");
        await using var asked = await server.AskedByAsync(WebServer.Coordinator with { Partnership = JournalHouse.South });
        var pages = new List<string>();
        foreach (var (of, id) in new[] { (asked, journey.ToString()), (server, Guid.NewGuid().ToString()), (server, "nonsense"), (server, Guid.Empty.ToString()) })
        {
            var answer = await of.Client.GetAsync($"/journeys/{id}");
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
            // What stands around it says who asks, not what was asked for.
            pages.Add((await answer.Content.ReadAsStringAsync()).Split("<main")[1]);
            (await of.Client.GetAsync($"/api/journeys/{id}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await of.Client.GetAsync($"/board/card/{id}")).StatusCode.Should().BeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        }

        pages.Distinct().Should().ContainSingle();
        pages[0].Should().Contain("Not found");
    }
}
