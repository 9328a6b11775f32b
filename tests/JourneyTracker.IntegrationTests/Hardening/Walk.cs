using JourneyTracker.IntegrationTests.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JourneyTracker.IntegrationTests.Hardening;

/// <summary>Every address of a running server, and some that it does not have.</summary>
internal static class Walk
{
    /// <param name="server">The server.</param>
    /// <param name="id">What stands for a journey's id.</param>
    public static IReadOnlyList<(HttpMethod Method, string Path)> Of(WebServer server, string id) =>
    [
        .. server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"]).Select(m => (new HttpMethod(m), PathOf(e, id))))
            .Distinct(),
        (HttpMethod.Get, "/nowhere"), (HttpMethod.Delete, "/api/facts"), (HttpMethod.Put, "/board"), (HttpMethod.Options, "/api/stages"), (HttpMethod.Get, "/api/stages?asAt=someday"),
        (HttpMethod.Get, "/assets/000000000000/house.css"), (HttpMethod.Get, "/problem/500"),
    ];

    private static string PathOf(RouteEndpoint endpoint, string id) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        .Replace("{id}", id, StringComparison.Ordinal).Replace("{kind}", "contact.v1", StringComparison.Ordinal).Replace("{fact}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{status:int}", "404", StringComparison.Ordinal).Replace("{hash}/{name}", "0/house.css", StringComparison.Ordinal);
}
