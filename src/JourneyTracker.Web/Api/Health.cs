using JourneyTracker.Web.Access;

namespace JourneyTracker.Web.Api;

/// <summary><c>/health/live</c> says that the process answers; <c>/health/ready</c> whether it should be sent requests, and what is wrong.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Json(new { Status = "live" }, ApiJson.Options)).WithMetadata(new RequiresAttribute(Permission.None));
        app.MapGet("/health/ready", ReadyAsync).WithMetadata(new RequiresAttribute(Permission.None));
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken ct)
    {
        var report = await readiness.CheckAsync(ct);
        return Results.Json(report, ApiJson.Options, statusCode: report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
