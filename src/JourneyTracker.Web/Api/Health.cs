using JourneyTracker.Web.Access;
using JourneyTracker.Web.SignIn;

namespace JourneyTracker.Web.Api;

/// <summary><c>/health/live</c> says that the process answers; <c>/health/ready</c> whether it should be sent requests, and what is wrong: for everybody in
/// counts, so that whoever directs traffic may ask; with the ids of journeys only for whoever may operate.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Json(new { Status = "live" }, ApiJson.Options)).WithMetadata(new RequiresAttribute(Permission.None));
        app.MapGet("/health/ready", ReadyAsync).WithMetadata(new RequiresAttribute(Permission.None));
    }

    private static async Task<IResult> ReadyAsync(HttpContext context, Readiness readiness, Served served, CancellationToken ct)
    {
        var operates = context.CallerIfAny() is { } caller && Permission.Operate.Allows(caller, served.For(caller)) && context.Features.Get<Asker>()?.MayAsk(Permission.Operate) != false;
        var report = await readiness.CheckAsync(operates ? served.For(context.Caller()) : null, ct);
        return Results.Json(report, ApiJson.Options, statusCode: report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
