using JourneyTracker.Journal.Folding;

namespace JourneyTracker.IntegrationTests.Folding;

public sealed class ProjectionsPageTests
{
    /// <summary>With JOURNEY_WRITE_PAGES=1 the page is written instead.</summary>
    [Fact]
    public async Task The_page_of_projections_is_what_the_code_says()
    {
        var path = Path.Combine(Root(), "docs", "projections.md");
        if (Environment.GetEnvironmentVariable("JOURNEY_WRITE_PAGES") == "1") await File.WriteAllTextAsync(path, ProjectionsPage.Write());
        (await File.ReadAllTextAsync(path)).Should().Be(ProjectionsPage.Write(), "run this test with JOURNEY_WRITE_PAGES=1 and commit the page");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "JourneyTracker.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
