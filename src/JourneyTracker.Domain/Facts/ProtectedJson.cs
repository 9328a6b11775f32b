using System.Text.Json;
using System.Text.Json.Serialization;

namespace JourneyTracker.Domain.Facts;

/// <summary>In the journal a protected value is its sealed text, and a readable one is refused; in plain JSON (doors, comparison) it is its content.</summary>
internal sealed class ProtectedJsonFactory(bool stored) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Protected<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => (JsonConverter)Activator.CreateInstance(
        (stored ? typeof(StoredJson<>) : typeof(PlainJson<>)).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class StoredJson<T> : JsonConverter<Protected<T>>
        where T : notnull
    {
        public override Protected<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text && text.StartsWith(Protected.SealedPrefix, StringComparison.Ordinal)
                ? new(default, text, erased: false)
                : throw new JsonException("A protected value in the journal must be sealed.");

        public override void Write(Utf8JsonWriter writer, Protected<T> value, JsonSerializerOptions options) => writer.WriteStringValue(
            value.SealedValue ?? throw new JsonException("A protected value must be sealed before it is stored."));
    }

    private sealed class PlainJson<T> : JsonConverter<Protected<T>>
        where T : notnull
    {
        public override Protected<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Protected.Of(JsonSerializer.Deserialize<T>(ref reader, options) ?? throw new JsonException("A protected value cannot be null."));

        public override void Write(Utf8JsonWriter writer, Protected<T> value, JsonSerializerOptions options)
        {
            if (value.IsOpen) JsonSerializer.Serialize(writer, value.Value, options);
            else if (value.IsErased) writer.WriteStringValue("(erased)");
            else if (value.IsWithheld) writer.WriteStringValue("(not shared)");
            else throw new JsonException("A sealed value must be opened before it is shown.");
        }
    }
}
