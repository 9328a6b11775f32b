using System.Text.Json;
using System.Text.Json.Serialization;

namespace JourneyTracker.Domain.Facts;

/// <summary>A fact inside another (a correction carries the whole new one) is written with its stored name: <c>{"name": …, "body": …}</c>.</summary>
internal sealed class NamedFactJson : JsonConverter<Fact>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Fact);

    public override Fact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object || document.RootElement.GetPropertyCount() != 2
            || !document.RootElement.TryGetProperty("name", out var name) || !document.RootElement.TryGetProperty("body", out var body))
            throw new JsonException("A fact inside another has a name and a body, nothing else.");
        var kind = FactCatalogue.Find(name.GetString() ?? "") ?? throw new JsonException($"There is no fact called '{name}'.");
        return (Fact)body.Deserialize(kind.Type, options)!;
    }

    public override void Write(Utf8JsonWriter writer, Fact value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("name", FactCatalogue.NameOf(value));
        writer.WritePropertyName("body");
        JsonSerializer.Serialize(writer, value, value.GetType(), options);
        writer.WriteEndObject();
    }
}
