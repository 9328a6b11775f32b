using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using Microsoft.Net.Http.Headers;

namespace JourneyTracker.Web.Api;

/// <summary><c>POST /api/facts</c>: one fact as JSON, or many as NDJSON.</summary>
internal static class FactsApi
{
    private const int MostFacts = 10_000;
    private const string RetryAfterSeconds = "1";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/facts", PostAsync).WithMetadata(new RequiresAttribute(Permission.RecordFacts));

    private static async Task<IResult> PostAsync(HttpContext context, RecordingDoor door, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !(type.Encoding is null || type.Encoding.WebName == "utf-8"))
            return Problems.UnknownForm();
        try
        {
            return type.MediaType.Value switch
            {
                "application/json" => await OneAsync(context, door, ct),
                "application/x-ndjson" => await ManyAsync(context, door, ct),
                _ => Problems.UnknownForm(),
            };
        }
        catch (BadHttpRequestException bad) when (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problems.TooLarge(bad.Message);
        }
    }

    private static async Task<IResult> OneAsync(HttpContext context, RecordingDoor door, CancellationToken ct)
    {
        if (await RequestBody.ReadAsync(context.Request.BodyReader, ct) is not { } body) return Problems.TooLarge($"A fact is longer than {NdjsonLines.LongestLine >> 10} KiB.");
        var (submission, why) = WireFact.Read(body.Span);
        if (submission is null) return Problems.Of(why!);
        switch (await door.RecordAsync(context.Caller(), submission, "api:facts", ct))
        {
            case SubmissionOutcome.Recorded recorded:
                var answer = FactAnswer.Of(null, recorded);
                return Results.Json(answer, ApiJson.Options, statusCode: recorded.Placed.Repeated ? StatusCodes.Status200OK : StatusCodes.Status201Created);
            case SubmissionOutcome.Refused refused:
                if (refused.Why.Rule == Rule.Busy) context.Response.Headers.RetryAfter = RetryAfterSeconds;
                return Problems.Of(refused.Why);
            case var other:
                throw new System.Diagnostics.UnreachableException($"{other.GetType().Name} is not an outcome.");
        }
    }

    private static async Task<IResult> ManyAsync(HttpContext context, RecordingDoor door, CancellationToken ct)
    {
        var lines = await NdjsonLines.ReadAsync(context.Request.BodyReader, MostFacts, ct);
        var read = lines.Select(l => WireFact.Read(l.Line)).ToList();
        var submissions = read.Where(r => r.Submission is not null).Select(r => r.Submission!).ToList();
        var outcomes = new Queue<SubmissionOutcome>(await door.RecordAsync(context.Caller(), submissions, "api:facts", ct));
        var answers = lines.Zip(read, (line, r) => FactAnswer.Of(line.Number, r.Submission is null ? new SubmissionOutcome.Refused(r.Why!) : outcomes.Dequeue())).ToList();
        var busy = answers.Count > 0 && answers.TrueForAll(a => a.Rule == Rule.Busy);
        if (busy) context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Results.Json(FactsAnswer.Of(answers), ApiJson.Options, statusCode: busy ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK);
    }
}
