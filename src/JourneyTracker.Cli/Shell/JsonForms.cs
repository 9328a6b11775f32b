using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JourneyTracker.Cli.Shell;

/// <summary>How answers are written as JSON: camelCase, kebab-case codes, readable letters.</summary>
internal static class JsonForms
{
    public static JsonSerializerOptions Answer { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}
