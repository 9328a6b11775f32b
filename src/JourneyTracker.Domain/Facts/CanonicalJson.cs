using System.Globalization;
using System.Text;
using System.Text.Json;

namespace JourneyTracker.Domain.Facts;

/// <summary>
/// One byte sequence for one JSON value, as RFC 8785 has it, for the values facts have: objects, arrays, text, whole numbers, true, false, null. Members are
/// sorted by name, there is no white space, and as little as possible is escaped. jsonb may reorder members; this does not depend on their order.
/// </summary>
public static class CanonicalJson
{
    private const long LargestExact = 1L << 53;

    /// <exception cref="JsonException">A number is not whole, or too large to be the same number everywhere.</exception>
    public static byte[] Of(JsonElement value)
    {
        var text = new StringBuilder(256);
        Write(text, value);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var (name, member) in Sorted(value))
                {
                    if (text[^1] != '{') text.Append(',');
                    Write(text, name);
                    text.Append(':');
                    Write(text, member);
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    if (text[^1] != '[') text.Append(',');
                    Write(text, item);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                Write(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                if (!value.TryGetInt64(out var number) || number is > LargestExact or < -LargestExact) throw new JsonException("Facts hold whole numbers only.");
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void Write(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
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
