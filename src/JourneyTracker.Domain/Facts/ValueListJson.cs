using System.Text.Json;
using System.Text.Json.Serialization;

namespace JourneyTracker.Domain.Facts;

/// <summary>A <see cref="ValueList{T}"/> is a JSON array.</summary>
internal sealed class ValueListJsonFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ListJson<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class ListJson<T> : JsonConverter<ValueList<T>>
    {
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<T?[]>(ref reader, options) is { } items && Array.TrueForAll(items, i => i is not null)
                ? new(items!)
                : throw new JsonException("A list, and what stands in it, cannot be null.");

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var item in value) JsonSerializer.Serialize(writer, item, options);
            writer.WriteEndArray();
        }
    }
}
