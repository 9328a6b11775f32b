using System.Text.Json;
using System.Text.Json.Serialization;

namespace JourneyTracker.Domain.Facts;

/// <summary>A fact inside another (a correction carries the whole new one) is written with its stored name: <c>{"name": …, "body": …}</c>.</summary>
/// <param name="inFormerShape">Whether it is written in the oldest shape that can say it, under that shape's name.</param>
internal sealed class NamedFactJson(bool inFormerShape) : JsonConverter<Fact>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Fact);

    public override Fact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object || document.RootElement.GetPropertyCount() != 2
            || !document.RootElement.TryGetProperty("name", out var name) || !document.RootElement.TryGetProperty("body", out var body))
            throw new JsonException("A fact inside another has a name and a body, nothing else.");
        var kind = FactCatalogue.Find(name.GetString() ?? "") ?? throw new JsonException($"There is no fact called '{name}'.");
        return FactCodec.Newest(body.Deserialize(kind.Type, options) ?? throw new JsonException("A fact inside another cannot be null."));
    }

    public override void Write(Utf8JsonWriter writer, Fact value, JsonSerializerOptions options)
    {
        var former = inFormerShape ? value.InFormerShape() : null;
        writer.WriteStartObject();
        writer.WriteString("name", (former is null ? FactCatalogue.Of(value) : FactCatalogue.Of(former)).Name);
        writer.WritePropertyName("body");
        object shape = former is null ? value : former;
        JsonSerializer.Serialize(writer, shape, shape.GetType(), options);
        writer.WriteEndObject();
    }
}
