namespace JourneyTracker.Tests.House;

/// <summary>A test that reads the sources beside the repository. Skipped where they are not, but not in CI: there it fails.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (!Directory.Exists(PathOf()) && Environment.GetEnvironmentVariable("CI") != "true") Skip = "The sources are not beside the repository.";
    }

    public static string PathOf(params string[] parts) => Path.Combine([Repository.Root, "..", "shared", .. parts]);
}
