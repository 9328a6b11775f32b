using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace JourneyTracker.Domain.Facts;

/// <summary>
/// One byte sequence for one JSON value (RFC 8785, for the values facts have: objects, arrays, text, whole numbers, true, false, null):
/// members sorted by name, no white space, least escaping. jsonb may reorder members; this does not depend on their order.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonWriterOptions Least = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Of(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Least)) Write(writer, value);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number when !value.TryGetInt64(out _):
                throw new JsonException("Facts hold whole numbers only.");
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
