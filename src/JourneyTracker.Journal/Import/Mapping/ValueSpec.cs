using System.Text.Json;
using System.Text.Json.Serialization;

namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>Where a value comes from: a constant (any JSON that is no object), a column, or a template.</summary>
[JsonConverter(typeof(ValueSpecJson))]
public sealed record ValueSpec
{
    /// <summary>The same value for all rows.</summary>
    public JsonElement? Constant { get; init; }

    public string? Column { get; init; }

    /// <summary>Text with columns in braces; empty when one of them is.</summary>
    public string? Template { get; init; }

    /// <summary>The source's codes and ours; null leaves the field out. A code that is not listed refuses the row, unless there is <see cref="Unlisted"/>.</summary>
    public IReadOnlyDictionary<string, string?>? Codes { get; init; }

    /// <summary>Our code for source codes that are not listed.</summary>
    public string? Unlisted { get; init; }

    /// <summary>Source values that mean "nothing".</summary>
    public IReadOnlyList<string>? Empty { get; init; }

    /// <summary>For days: how the source may write them.</summary>
    public IReadOnlyList<string>? Formats { get; init; }

    /// <summary>Turns a name into a code: lower-case letters and digits with hyphens between.</summary>
    public bool Kebab { get; init; }
}

internal sealed class ValueSpecJson : JsonConverter<ValueSpec>
{
    public override ValueSpec Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return new ValueSpec { Constant = JsonElement.ParseValue(ref reader) };
        var shape = JsonSerializer.Deserialize<Shape>(ref reader, options)!;
        if (shape.Column is null == shape.Template is null) throw new JsonException("a value names either a column or a template");
        return new ValueSpec
        {
            Column = shape.Column,
            Template = shape.Template,
            Codes = shape.Codes,
            Unlisted = shape.Unlisted,
            Empty = shape.Empty,
            Formats = shape.Formats,
            Kebab = shape.Kebab,
        };
    }

    public override void Write(Utf8JsonWriter writer, ValueSpec value, JsonSerializerOptions options) => throw new NotSupportedException();

    private sealed record Shape(
        string? Column = null,
        string? Template = null,
        IReadOnlyDictionary<string, string?>? Codes = null,
        string? Unlisted = null,
        IReadOnlyList<string>? Empty = null,
        IReadOnlyList<string>? Formats = null,
        bool Kebab = false);
}
