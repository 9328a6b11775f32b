using System.Text.Json;

namespace JourneyTracker.Outcomes.Store;

/// <summary>A small file of JSON that a whole new one replaces at once: who reads it finds the one or the other.</summary>
internal static class WholeFile
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write<T>(string path, T content)
    {
        var written = $"{path}.{Environment.ProcessId}";
        File.WriteAllText(written, JsonSerializer.Serialize(content, Json));
        File.Move(written, path, overwrite: true);
    }
}
