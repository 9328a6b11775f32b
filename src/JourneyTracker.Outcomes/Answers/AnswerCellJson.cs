using System.Text.Json;
using System.Text.Json.Serialization;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>A cell as JSON: a number, a text, a day as text, or the shorthand of why there is none.</summary>
internal sealed class AnswerCellJson : JsonConverter<AnswerCell>
{
    public override AnswerCell Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException("Answers are written and not read.");

    public override void Write(Utf8JsonWriter writer, AnswerCell cell, JsonSerializerOptions options)
    {
        switch (cell.Value)
        {
            case long count: writer.WriteNumberValue(count); break;
            case double number: writer.WriteNumberValue(number); break;
            default: writer.WriteStringValue(cell.ToString()); break;
        }
    }
}
