using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Journeys;

namespace JourneyTracker.Web.Api;

/// <summary><c>GET /api/journeys/{id}</c>: one journey as at a day and as known at an instant.</summary>
internal static class JourneysApi
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/journeys/{id}", GetAsync).WithMetadata(new RequiresAttribute(Permission.ReadJourney));

    private static async Task<IResult> GetAsync(string id, string? asAt, string? knownAt, HttpContext context, ReadingDoor door, CancellationToken ct)
    {
        if (!Moment.TryDay(asAt, out var day)) return Problems.Malformed("asAt is not a day such as 2024-03-01.", "asAt");
        if (!Moment.TryInstant(knownAt, out var instant)) return Problems.Malformed("knownAt is not an instant such as 2024-03-01T14:30:00Z.", "knownAt");
        if (!JourneyId.TryParse(id, null, out var journey)) return Problems.NotFound();
        var reading = await door.JourneyAsync(context.Caller(), journey, day, instant, "api:journeys", ct);
        return reading is null ? Problems.NotFound() : Results.Json(JourneyAnswer.Of(reading), ApiJson.Options);
    }
}
