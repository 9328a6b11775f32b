using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Web.Api;

/// <summary>Refusals as problem details (RFC 9457).</summary>
internal static class Problems
{
    public static IResult NotFound() => Results.Problem(
        title: "There is no such journey, or it is not shared with you.", statusCode: StatusCodes.Status404NotFound);

    public static IResult Malformed(string what, string? where = null) => Of(new Refusal(Rule.Malformed, what, "See /openapi.", where));

    public static IResult TooLarge(string what) => Results.Problem(title: what, statusCode: StatusCodes.Status413PayloadTooLarge);

    public static IResult Of(Refusal why) => Results.Problem(
        title: why.What,
        detail: why.How,
        statusCode: StatusOf(why.Rule),
        extensions: new Dictionary<string, object?> { ["rule"] = why.Rule, ["where"] = why.Where }.Where(e => e.Value is not null));

    public static int StatusOf(Rule rule) => rule switch
    {
        Rule.NotPermitted => StatusCodes.Status403Forbidden,
        Rule.UnknownJourney or Rule.UnknownPartnership => StatusCodes.Status404NotFound,
        Rule.JourneyExists or Rule.VersionConflict or Rule.OtherContentForReference or Rule.NotTheLatestCorrection or Rule.AlreadyWithdrawn => StatusCodes.Status409Conflict,
        Rule.Busy => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status400BadRequest,
    };
}
