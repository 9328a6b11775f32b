using JourneyTracker.Tests.House;

namespace JourneyTracker.Tests.StoredFacts;

/// <summary>The files that must never change: one body with every field and one with only what is required, for every stored name ever written.</summary>
internal static class StoredFactFiles
{
    private const string Minimal = ".minimal";

    public static string Folder { get; } = Repository.PathOf("tests", "JourneyTracker.Tests", "StoredFacts");

    public static IReadOnlyList<string> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public static string NameOf(string file) => file.EndsWith(Minimal, StringComparison.Ordinal) ? file[..^Minimal.Length] : file;

    public static string MinimalOf(string name) => name + Minimal;

    public static byte[] Read(string file) => File.Exists(PathOf(file)) ? File.ReadAllBytes(PathOf(file)) : throw new FileNotFoundException(
        $"There is no tests/JourneyTracker.Tests/StoredFacts/{file}.json: write it by hand; docs/contributing.md says what stands in it.");

    private static string PathOf(string file) => Path.Combine(Folder, file + ".json");
}
