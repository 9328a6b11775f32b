namespace JourneyTracker.IntegrationTests.Import;

/// <summary>A test on the real extracts beside the repository. Without them it is skipped on a laptop and fails where CI=true.</summary>
public sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute() => Skip = RealData.ReasonToSkip;
}

internal static class RealData
{
    private static readonly string Root = FindRoot();

    public static string? ReasonToSkip { get; } = Directory.Exists(Data("real")) || Environment.GetEnvironmentVariable("CI") == "true"
        ? Fixtures.PostgresIsHere.ReasonToSkip
        : "The real extracts are not on this machine.";

    public static string Data(string path) => Path.Combine(Root, "..", "shared", "data", path);

    public static string Example(string name) => Path.Combine(Root, "docs", "examples", name);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "JourneyTracker.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }
}
