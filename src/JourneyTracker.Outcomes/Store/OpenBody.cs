using System.Buffers;
using System.Text;
using System.Text.Json;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Outcomes.Store;

/// <summary>What a fact says in the open, as JSON.</summary>
internal static class OpenBody
{
    private const string NotShared = "(not shared)";
    private const string Erased = "(erased)";

    public static string Of(Fact fact)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var field in FactCodec.WritePlain(fact.Open(Protected.Withheld)).EnumerateObject())
                if (field.Name is not ("happenedOn" or "matter") && !IsSealed(field.Value)) field.WriteTo(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool IsSealed(JsonElement value) => value.ValueKind == JsonValueKind.String && (value.ValueEquals(NotShared) || value.ValueEquals(Erased));
}
