using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;

namespace JourneyTracker.Web.Importing;

/// <summary><c>GET /imports/{run}/rejects</c>: the refused rows of an import as a file.</summary>
internal static class RejectsDownload
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/imports/{run}/rejects", GetAsync).WithMetadata(new RequiresAttribute(Permission.Import));

    private static async Task<IResult> GetAsync(string run, HttpContext context, ImportsDoor door, CancellationToken ct) =>
        Guid.TryParse(run, out var id) && await door.RejectsAsync(context.Caller(), id, "page:import-rejects", ct) is var (extension, rows)
            ? Results.File(rows, extension == "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson", $"refused-rows.{extension}")
            : Results.NotFound();
}
