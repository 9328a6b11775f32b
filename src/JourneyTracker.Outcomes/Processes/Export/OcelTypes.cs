using System.Text.Json;

namespace JourneyTracker.Outcomes.Processes.Export;

/// <summary>The types met while writing, with the names of their attributes.</summary>
internal sealed class OcelTypes
{
    private readonly SortedDictionary<string, SortedSet<string>> types = new(StringComparer.Ordinal);

    public SortedSet<string> Of(string type) => types.TryGetValue(type, out var names) ? names : types[type] = new(StringComparer.Ordinal);

    public void Write(Utf8JsonWriter json, string property)
    {
        json.WriteStartArray(property);
        foreach (var (type, names) in types)
        {
            json.WriteStartObject();
            json.WriteString("name", type);
            json.WriteStartArray("attributes");
            foreach (var name in names)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("type", "string");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
