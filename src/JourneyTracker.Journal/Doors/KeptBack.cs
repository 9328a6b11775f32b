using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Journal.Doors;

/// <summary>
/// What is on record of a fact and not shown to whoever corrects it (safeguards S3) stays in the correction: what nobody saw, nobody took back. Where it is answered
/// anew, the new answer counts.
/// </summary>
internal static class KeptBack
{
    /// <param name="whole">What is on record.</param>
    /// <param name="shown">What of it is shown to whoever corrects it.</param>
    /// <param name="with">What they say instead.</param>
    public static Fact Into(Fact whole, Fact shown, Fact with)
    {
        if (whole.Equals(shown) || whole.GetType() != with.GetType()) return with;
        var merged = Merge(Node(whole), Node(shown), Node(with))!;
        return FactCodec.ReadPlain(FactCatalogue.NameOf(with), JsonSerializer.SerializeToElement(merged));
    }

    private static JsonNode? Merge(JsonNode? whole, JsonNode? shown, JsonNode? with) => (whole, shown) switch
    {
        (null, _) => with,
        (JsonArray all, _) => List(all, shown as JsonArray ?? [], with as JsonArray),
        (JsonObject all, _) when with is null or JsonObject => Record(all, shown as JsonObject ?? [], with as JsonObject),
        (_, null) => with ?? whole.DeepClone(),
        _ => with,
    };

    private static JsonObject? Record(JsonObject whole, JsonObject shown, JsonObject? with)
    {
        var merged = with?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in whole)
            if (Merge(value, shown[name], merged[name]) is { } kept && !ReferenceEquals(kept, merged[name])) merged[name] = kept;
        return with is null && merged.Count == 0 ? null : merged;
    }

    private static JsonArray? List(JsonArray whole, JsonArray shown, JsonArray? with)
    {
        var unseen = whole.Where(i => !shown.Any(s => JsonNode.DeepEquals(s, i)) && !(with ?? []).Any(w => Key(w) == Key(i))).ToList();
        return unseen.Count == 0 ? with : [.. (with ?? []).Concat(unseen).Select(i => i?.DeepClone())];
    }

    /// <summary>By what an item of a list is known: its first field, a code; or itself.</summary>
    private static string? Key(JsonNode? item) => (item is JsonObject record ? record.FirstOrDefault().Value : item)?.ToJsonString();

    private static JsonNode Node(Fact fact) => JsonSerializer.SerializeToNode(FactCodec.WritePlain(fact))!;
}
