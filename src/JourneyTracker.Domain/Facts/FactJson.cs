using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JourneyTracker.Domain.Facts;

/// <summary>How facts are written as JSON: camelCase, codes in kebab-case, nothing unknown and nothing missing accepted. Marten is given the same options.</summary>
public static class FactJson
{
    /// <summary>The form in the journal: protected values sealed.</summary>
    public static JsonSerializerOptions Stored { get; } = Make(stored: true);

    /// <summary>The form at the doors: protected values readable. Never stored.</summary>
    public static JsonSerializerOptions Plain { get; } = Make(stored: false);

    /// <summary>As <see cref="Plain"/>, with a fact inside another in the oldest shape that can say it: what two reports are compared in.</summary>
    internal static JsonSerializerOptions Compared { get; } = Make(stored: false, inFormerShape: true);

    private static JsonSerializerOptions Make(bool stored, bool inFormerShape = false)
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
                new ProtectedJsonFactory(stored),
                new NamedFactJson(inFormerShape),
                new TextJson<Identity.JourneyId>(),
                new TextJson<Identity.FactId>(),
                new TextJson<Identity.Partnership>(),
                new TextJson<Time.HappenedOn>(),
                new TextJson<Time.Term>(),
                new TextJson<MatterReference>(m => m.Value),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>A value that is a piece of text in JSON.</summary>
    private sealed class TextJson<T>(Func<T, string?>? text = null) : JsonConverter<T>
        where T : struct, IParsable<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String) throw new JsonException($"A {typeof(T).Name} is written as text.");
            try
            {
                return T.Parse(reader.GetString()!, null);
            }
            catch (FormatException wrong)
            {
                throw new JsonException(wrong.Message, wrong);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text is null ? value.ToString() : text(value));
    }
}
