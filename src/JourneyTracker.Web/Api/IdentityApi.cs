using System.Text.Json;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.SignIn;

namespace JourneyTracker.Web.Api;

/// <summary><c>POST /api/journeys/{id}/identity</c>: who she is, into the vault.</summary>
internal static class IdentityApi
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/journeys/{id}/identity", PostAsync).WithMetadata(new RequiresAttribute(Permission.RecordFacts));

    private static async Task<IResult> PostAsync(string id, HttpContext context, IdentifyingDoor door, CancellationToken ct)
    {
        if (!JourneyId.TryParse(id, null, out var journey)) return Problems.NotFound();
        if (!context.Request.HasJsonContentType()) return Problems.UnknownForm();
        if (await RequestBody.ReadAsync(context.Request.BodyReader, ct) is not { } body) return Problems.TooLarge($"That is longer than {NdjsonLines.LongestLine >> 10} KiB.");
        var (said, wrong) = Read(body.Span);
        if (said is null) return Problems.Of(wrong!);
        var (known, why) = await door.AddAsync(context.Caller(), journey, said, "api:identity", ct);
        return why switch
        {
            // A program that may only record learns no more than it said.
            null => Results.Json(context.Features.Get<Asker>()?.MayAsk(Permission.ReadJourney) == false ? said : known, ApiJson.Options),
            { Rule: Rule.UnknownJourney } => Problems.NotFound(),
            _ => Problems.Of(why),
        };
    }

    private static (PersonIdentity? Said, Refusal? Wrong) Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<PersonIdentity>(utf8, Strict) is { } said && !Lists(said).Contains(null)
                ? (said, null)
                : (null, Malformed("That says nothing of who she is.", null));
        }
        catch (JsonException wrong)
        {
            return (null, Malformed("That is not who she is, as JSON in UTF-8.", wrong.Path?.TrimStart('$', '.')));
        }
    }

    private static IEnumerable<object?> Lists(PersonIdentity said) => [.. said.Aliases ?? [], .. said.Identifiers ?? []];

    private static Refusal Malformed(string what, string? where) => new(
        Rule.Malformed, what, "Send an object with name, dateOfBirth (1990-03-01), aliases (a list) and identifiers (a list of kind and number), each optional.", where is "" ? null : where);
}
