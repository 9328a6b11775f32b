using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Domain.Journal;

/// <summary>
/// Which bytes of a recorded fact are covered by proof: the canonical JSON of its name and body as stored (sealed, and never upcast, so that neither
/// erasure nor a new version of the program changes them), ids, version, partnership, instant and headers. Fixed from the first fact on.
/// </summary>
public static class Proof
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <param name="recorded">The envelope.</param>
    /// <param name="storedName">The name in the row, which an old fact may have from an earlier version.</param>
    /// <param name="storedBody">The body in the row; the order of its members does not matter.</param>
    public static byte[] CoveredBytes(RecordedFact recorded, string storedName, JsonElement storedBody)
    {
        var covered = new JsonObject
        {
            ["agency"] = recorded.RecordedBy.Agency,
            ["body"] = JsonNode.Parse(storedBody.GetRawText()),
            ["id"] = recorded.Id.ToString(),
            ["journey"] = recorded.Journey.ToString(),
            ["name"] = storedName,
            ["partnership"] = recorded.Partnership.Name,
            ["person"] = recorded.RecordedBy.Person,
            ["recordedAt"] = Text(recorded.RecordedAt),
            ["version"] = recorded.Version,
        };
        if (recorded.Source is not null) covered["source"] = recorded.Source;
        if (recorded.SourceReference is not null) covered["sourceReference"] = recorded.SourceReference;
        if (recorded.SourceRecordedAt is { } learnt) covered["sourceRecordedAt"] = Text(learnt);
        return CanonicalJson.Of(JsonSerializer.SerializeToElement(covered));
    }

    private static string Text(DateTimeOffset instant) => instant.ToUniversalTime().ToString(Instant, CultureInfo.InvariantCulture);
}
