using JourneyTracker.Cli.Facts;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Tests.House;

namespace JourneyTracker.Tests.StoredFacts;

public class FactsPageTests
{
    [Fact]
    public void The_page_of_facts_is_what_the_code_says() =>
        (File.ReadAllText(Repository.PathOf("docs", "facts.md")) == FactsPage.Write()).Should().BeTrue("run ./journey facts and commit docs/facts.md");

    [Fact]
    public void The_page_of_stages_is_what_the_code_does() =>
        (File.ReadAllText(Repository.PathOf("docs", "stages.md")) == StagesPage.Write()).Should().BeTrue("run ./journey facts and commit docs/stages.md");

    [Fact]
    public void Every_fact_and_every_field_has_words()
    {
        var page = FactsPage.Write();

        page.Split('\n').Where(l => l.EndsWith("|  |", StringComparison.Ordinal) || l.EndsWith("· ", StringComparison.Ordinal))
            .Should().BeEmpty("each has a <summary> or a <param> in the code");
        page.Should().ContainAll(FactCatalogue.All.Select(k => $"`{k.Name}` · "));
    }
}
