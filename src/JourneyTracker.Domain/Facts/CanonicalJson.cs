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
                foreach (var (name, member) in Sorted(value))
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
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

    private static (string Name, JsonElement Value)[] Sorted(JsonElement value)
    {
        var members = new (string Name, JsonElement Value)[value.GetPropertyCount()];
        var i = 0;
        foreach (var member in value.EnumerateObject()) members[i++] = (member.Name, member.Value);
        Array.Sort(members, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return members;
    }
}
