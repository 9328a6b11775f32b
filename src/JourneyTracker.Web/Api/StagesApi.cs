using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Journeys;

namespace JourneyTracker.Web.Api;

/// <summary><c>GET /api/stages</c>: how many women of the partnership were in each stage on a day.</summary>
internal static class StagesApi
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/stages", GetAsync).WithMetadata(new RequiresAttribute(Permission.CountWomen));

    private static async Task<IResult> GetAsync(string? asAt, string? knownAt, string? by, HttpContext context, ReadingDoor door, CancellationToken ct)
    {
        if (!Moment.TryDay(asAt, out var day)) return Problems.Malformed("asAt is not a day such as 2024-03-01.", "asAt");
        if (!Moment.TryInstant(knownAt, out var instant)) return Problems.Malformed("knownAt is not an instant such as 2024-03-01T14:30:00Z.", "knownAt");
        CensusBy? groups = by switch { "area" => CensusBy.Area, "agency" => CensusBy.Agency, _ => null };
        if (groups is null && !string.IsNullOrEmpty(by)) return Problems.Malformed("by is neither area nor agency.", "by");
        var census = await door.StagesAsync(context.Caller(), day, instant, groups, "api:stages", ct);
        return census is null ? Results.StatusCode(StatusCodes.Status403Forbidden) : Results.Json(census, ApiJson.Options);
    }
}
