using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Web.Api;

/// <summary>Refusals as problem details (RFC 9457).</summary>
internal static class Problems
{
    public static IResult NotFound() => Results.Problem(
        title: "There is no such journey, or it is not shared with you.",
        detail: "Check the journey's id and whether it is one of your partnership's.",
        statusCode: StatusCodes.Status404NotFound,
        extensions: new Dictionary<string, object?> { ["rule"] = Rule.UnknownJourney });

    public static IResult Malformed(string what, string? where = null) => Of(new Refusal(Rule.Malformed, what, "See /openapi.", where));

    public static IResult TooLarge(string what) => Results.Problem(
        title: what,
        detail: $"Send facts of at most {NdjsonLines.LongestLine >> 10} KiB each, and fewer at once.",
        statusCode: StatusCodes.Status413PayloadTooLarge,
        extensions: new Dictionary<string, object?> { ["rule"] = Rule.TooLong });

    public static IResult UnknownForm() => Results.Problem(
        title: "The request is in another form than facts are sent in.",
        detail: "Send one fact as application/json, or many as application/x-ndjson, in UTF-8.",
        statusCode: StatusCodes.Status415UnsupportedMediaType,
        extensions: new Dictionary<string, object?> { ["rule"] = Rule.Malformed });

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
