using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Web.Api;

/// <summary>A fact as programs send it. Protected values are in clear: they are sealed when recorded.</summary>
/// <param name="Journey">The journey's id; left out when the fact opens a new one.</param>
/// <param name="Name">The stored name, such as recalled.v1.</param>
/// <param name="Body">What the fact says, happenedOn included.</param>
/// <param name="Source">Where it comes from; the same source twice is one fact.</param>
/// <param name="SourceRecordedAt">When that system learnt it.</param>
/// <param name="ExpectedVersion">The journey's version that the sender saw last.</param>
internal sealed record WireFact(
    string Name, JsonElement Body, string? Journey = null, WireSource? Source = null, DateTimeOffset? SourceRecordedAt = null, long? ExpectedVersion = null)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Reads one JSON document. Either the submission or the refusal is there.</summary>
    public static (Submission? Submission, Refusal? Why) Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return (JsonSerializer.Deserialize<WireFact>(utf8, Strict) ?? throw new JsonException("it is null.")).ToSubmission();
        }
        catch (JsonException)
        {
            return (null, Malformed(utf8));
        }
    }

    private static Refusal Malformed(ReadOnlySpan<byte> utf8)
    {
        const string How = "Send one JSON object in UTF-8 as /openapi describes it.";
        try
        {
            var misfit = Misfit.Find("A fact", typeof(WireFact), JsonSerializer.Deserialize<JsonElement>(utf8), Strict);
            return new Refusal(Rule.Malformed, misfit?.What ?? "This does not fit what /openapi describes.", How, misfit?.Where);
        }
        catch (JsonException broken)
        {
            var at = broken.LineNumber is { } line && broken.BytePositionInLine is { } position ? $", at line {line + 1}, byte {position + 1}" : "";
            return new Refusal(Rule.Malformed, utf8.IsEmpty ? "Nothing was sent." : $"This is not JSON in UTF-8{at}.", How);
        }
    }

    private (Submission? Submission, Refusal? Why) ToSubmission()
    {
        var journey = default(JourneyId);
        if (Journey is not null && !JourneyId.TryParse(Journey, null, out journey))
            return (null, new Refusal(Rule.UnknownJourney, "There is no such journey here.", "Check the journey's id, or open the journey first.", "journey"));
        if (FactCatalogue.Find(Name) is null)
            return (null, new Refusal(Rule.UnknownFact, $"There is no fact called '{Shortened(Name)}'.", "Use one of the names that /openapi lists.", "name"));
        if (Source is { } source && (source.System.Length is 0 or > 100 || source.Reference.Length is 0 or > 400))
            return (null, new Refusal(Rule.Malformed, "The source's system or reference is empty or too long.", "Give both, at most 100 and 400 characters.", "source"));
        try
        {
            var fact = FactCodec.ReadPlain(Name, Body);
            var from = Source is null ? null : new SourceReference(Source.System, Source.Reference);
            return (new Submission(Journey is null ? null : journey, fact, from, SourceRecordedAt?.ToUniversalTime(), ExpectedVersion), null);
        }
        catch (UnreadableFactException wrong)
        {
            var misfit = Misfit.Find(Name, FactCatalogue.Find(Name)!.Type, Body, FactJson.Plain);
            var what = misfit?.What ?? $"The body does not fit {Name}{(wrong.InnerException is { } inner && MisfitWords.Plain(inner) is { } said ? $": {said}" : ".")}";
            return (null, new Refusal(Rule.Malformed, what, $"Send the body as /openapi describes {Name}.", misfit?.Where ?? "body"));
        }
    }

    private static string Shortened(string name) => name.Length <= 60 ? name : name[..60] + "…";
}

/// <summary>Where a fact comes from.</summary>
internal sealed record WireSource(string System, string Reference);
