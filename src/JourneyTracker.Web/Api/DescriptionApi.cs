using JourneyTracker.Web.Access;

namespace JourneyTracker.Web.Api;

/// <summary><c>/openapi</c>: the description of the API, with a schema for every fact.</summary>
internal static class DescriptionApi
{
    private static readonly Lazy<byte[]> Document = new(ApiDescription.Build);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/openapi", () => Results.Bytes(Document.Value, "application/vnd.oai.openapi+json;version=3.1"))
        .WithMetadata(new RequiresAttribute(Permission.None));
}
