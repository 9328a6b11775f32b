using System.Text.RegularExpressions;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

namespace JourneyTracker.IntegrationTests.Walk;

/// <summary>One address of the running server with one method.</summary>
/// <param name="Method">GET, POST ...</param>
/// <param name="Route">The pattern.</param>
/// <param name="Permission">What it states.</param>
internal sealed partial record Door(string Method, string Route, Permission Permission)
{
    private static readonly string[] ForPrograms = ["/api", "/hubs", "/health"];

    /// <summary>Whether a program's token counts here.</summary>
    public bool IsForPrograms => Array.Exists(ForPrograms, p => Route.StartsWith(p, StringComparison.Ordinal));

    /// <summary>Whether people open it: a page, or a part of one.</summary>
    public bool IsPage { get; private init; }

    public bool NamesHer => Route.Contains("{id}", StringComparison.Ordinal) || DoorBodies.NamesHer(this);

    public override string ToString() => $"{Method} {Route}";

    /// <summary>Every door there is, as the server itself lists them.</summary>
    public static async Task<IReadOnlyList<Door>> AllAsync(WebApplication app)
    {
        var doors = new List<Door>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var permission = endpoint.Metadata.GetMetadata<RequiresAttribute>()?.Permission ?? throw new XunitException($"{endpoint.DisplayName} states no permission.");
            doors.AddRange((await MethodsAsync(app, endpoint)).Select(method => new Door(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), permission) { IsPage = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null }));
        }

        return [.. doors.Distinct().OrderBy(d => d.Route, StringComparer.Ordinal).ThenBy(d => d.Method, StringComparer.Ordinal)];
    }

    /// <summary>The address, for one woman, or for one sharing agreement or import of the partnership north.</summary>
    public string AddressFor(Her? her, Guid agreement = default, Guid run = default) => Parameter().Replace(Route, parameter => parameter.Groups[1].Value switch
    {
        "id" => her!.Journey.ToString(),
        "hash" => Assets.Url("house.css").Split('/')[2],
        "name" => "house.css",
        "status" => "404",
        "stage" => "under-investigation",
        // A question about outcomes that is not there is answered like one that is: by the list of those that are.
        "kind" when Route.StartsWith("/api/outcomes", StringComparison.Ordinal) => "flows",
        "kind" => "contact.v1",
        "question" => "measure",
        "fact" => her!.Call.ToString(),
        "agreement" => agreement.ToString(),
        "run" => run.ToString(),
        var unknown => throw new XunitException($"The walk does not know what to put for {{{unknown}}} in {Route}: say it in Door.AddressFor, with a value that leads to her or to something of hers."),
    });

    private static async Task<IEnumerable<string>> MethodsAsync(WebApplication app, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods) return methods.Where(m => m != "HEAD");
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) return ["GET"];
        var handlers = (await app.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata)).HandlerMethods;
        return handlers.Select(h => h.HttpMethod.ToUpperInvariant()).Append("GET").Distinct();
    }

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
