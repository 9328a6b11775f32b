using System.Runtime.InteropServices;
using System.Text.Json;

namespace JourneyTracker.Domain.Facts;

/// <summary>
/// One byte sequence for one JSON value, as RFC 8785 has it, for the values facts have: objects, arrays, text, whole numbers, true, false, null. Members are
/// sorted by name, there is no white space, and as little as possible is escaped. jsonb may reorder members; this does not depend on their order.
/// </summary>
public static class CanonicalJson
{
    [ThreadStatic]
    private static CanonicalWriter? reused;

    /// <exception cref="JsonException">A number is not whole, or too large to be the same number everywhere.</exception>
    public static byte[] Of(JsonElement value) => Of(JsonMarshal.GetRawUtf8Value(value));

    /// <param name="json">One value in UTF-8.</param>
    /// <exception cref="JsonException">It is not JSON, or a number is not whole, or too large to be the same number everywhere.</exception>
    public static byte[] Of(ReadOnlySpan<byte> json)
    {
        var writer = reused ?? new CanonicalWriter();
        // Not to be found by itself, should it be left half way by an exception.
        reused = null;
        var written = writer.Write(json).ToArray();
        reused = writer;
        return written;
    }
}
