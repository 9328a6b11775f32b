using System.Text.Json;

namespace JourneyTracker.Web.SignIn;

/// <summary>Reads claims out of a token's body.</summary>
internal static class ClaimReading
{
    /// <summary>The texts of a claim, one or a list; empty when it is not there.</summary>
    /// <param name="token">The body.</param>
    /// <param name="name">The claim's name, or a path with dots to it.</param>
    public static IReadOnlyList<string> Values(JsonElement token, string name) => Find(token, name) switch
    {
        { ValueKind: JsonValueKind.String } text => Said([text]),
        { ValueKind: JsonValueKind.Array } list => Said(list.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String)),
        _ => [],
    };

    private static JsonElement? Find(JsonElement at, string name)
    {
        if (at.TryGetProperty(name, out var found)) return found;
        foreach (var part in name.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(part, out at)) return null;
        }

        return at;
    }

    private static string[] Said(IEnumerable<JsonElement> texts) => [.. texts.Select(t => t.GetString()!.Trim()).Where(t => t.Length > 0)];
}
