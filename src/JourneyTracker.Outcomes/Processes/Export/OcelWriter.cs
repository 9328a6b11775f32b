using System.Text.Json;

namespace JourneyTracker.Outcomes.Processes.Export;

/// <summary>
/// Writes an object-centric log as OCEL 2.0 JSON, event by event; the types come last because only then they are all known. Every attribute is a text.
/// </summary>
public static class OcelWriter
{
    /// <summary>Flushed to the stream when this much has gathered, so that memory stays flat.</summary>
    private const int Chunk = 1 << 16;

    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>The stream stays open.</summary>
    public static void Write(Stream stream, IEnumerable<LoggedObject> objects, IEnumerable<LoggedObjectEvent> events)
    {
        using var json = new Utf8JsonWriter(stream);
        var (objectTypes, eventTypes) = (new OcelTypes(), new OcelTypes());
        json.WriteStartObject();
        json.WriteStartArray("events");
        foreach (var happened in events) WriteEvent(json, happened, eventTypes);
        json.WriteEndArray();
        json.WriteStartArray("objects");
        foreach (var thing in objects) WriteObject(json, thing, objectTypes);
        json.WriteEndArray();
        eventTypes.Write(json, "eventTypes");
        objectTypes.Write(json, "objectTypes");
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, LoggedObjectEvent happened, OcelTypes types)
    {
        json.WriteStartObject();
        json.WriteString("id", happened.Id);
        json.WriteString("type", happened.Type);
        json.WriteString("time", Timestamp.Of(happened.At));
        WriteAttributes(json, types, happened.Type, Timestamp.Texts(happened.At, happened.Attributes), null);
        json.WriteStartArray("relationships");
        foreach (var (id, qualifier) in happened.Objects)
        {
            json.WriteStartObject();
            json.WriteString("objectId", id);
            json.WriteString("qualifier", qualifier);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        if (json.BytesPending > Chunk) json.Flush();
    }

    private static void WriteObject(Utf8JsonWriter json, LoggedObject thing, OcelTypes types)
    {
        json.WriteStartObject();
        json.WriteString("id", thing.Id);
        json.WriteString("type", thing.Type);
        WriteAttributes(json, types, thing.Type, thing.Attributes ?? Nothing, "1970-01-01T00:00:00.000+00:00");
        json.WriteEndObject();
        if (json.BytesPending > Chunk) json.Flush();
    }

    /// <param name="since">From when the value holds; objects alone say so, and the format's own "always" is 1970.</param>
    private static void WriteAttributes(Utf8JsonWriter json, OcelTypes types, string type, IEnumerable<KeyValuePair<string, string>> attributes, string? since)
    {
        var known = types.Of(type);
        json.WriteStartArray("attributes");
        foreach (var (name, value) in attributes)
        {
            known.Add(name);
            json.WriteStartObject();
            json.WriteString("name", name);
            if (since is not null) json.WriteString("time", since);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
