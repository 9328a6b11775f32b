namespace JourneyTracker.Cli.Shell;

/// <summary>Where the pages stand that are written from the code.</summary>
internal static class RepositoryPages
{
    /// <exception cref="RefusedException">The program does not run inside the repository.</exception>
    public static string PathOf(string page)
    {
        var start = Environment.GetEnvironmentVariable("JOURNEY_HOME") is { Length: > 0 } home ? home : Directory.GetCurrentDirectory();
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "src", "JourneyTracker.Domain"))) return Path.Combine(folder.FullName, "docs", page);
        throw new RefusedException("The page stands in the repository, and this is not inside it.", start, "Run it there.");
    }
}
