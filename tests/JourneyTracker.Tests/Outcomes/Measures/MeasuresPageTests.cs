using JourneyTracker.Cli.Verbs.Outcomes;
using JourneyTracker.Tests.House;

namespace JourneyTracker.Tests.Outcomes.Measures;

public sealed class MeasuresPageTests
{
    [Fact]
    public void The_page_of_measures_is_what_the_data_says() =>
        (File.ReadAllText(Repository.PathOf("docs", "measures.md")) == MeasuresPage.Write()).Should().BeTrue("run ./journey definitions and commit docs/measures.md");
}
