using System.Reflection;

namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>The mappings that come with the program (docs/examples).</summary>
public static class KnownMappings
{
    private const string Prefix = "mapping.";

    /// <summary>Each with its text, by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(n => n[Prefix.Length..], Text);

    private static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
