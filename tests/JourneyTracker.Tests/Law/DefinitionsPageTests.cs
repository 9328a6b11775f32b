using JourneyTracker.Cli.Dates;
using JourneyTracker.Domain.Law;
using JourneyTracker.Tests.House;

namespace JourneyTracker.Tests.Law;

public class DefinitionsPageTests
{
    [Fact]
    public void The_page_of_definitions_is_what_the_data_says() =>
        (File.ReadAllText(Repository.PathOf("docs", "definitions.md")) == DefinitionsPage.Write()).Should().BeTrue("run ./journey definitions and commit docs/definitions.md");

    [Fact]
    public void Every_rule_stands_on_it() =>
        DefinitionsPage.Write().Should().ContainAll(LawBook.Rules.Select(r => $"| {r.Id} | "));

    [Fact]
    public void Every_rule_says_where_it_comes_from_and_how_sure_we_are() =>
        LawBook.Rules.Should().OnlyContain(r => r.Source.Length > 0 && r.Confidence.Length > 0);

    [Fact]
    public void What_ends_a_rule_or_switches_it_is_there() =>
        LawBook.Rules.Should().OnlyContain(r =>
            (r.EndedBy == null || LawBook.Rules.Any(o => o.Id == r.EndedBy)) && (r.Switch == null || LawBook.Switches.Any(s => s.Name == r.Switch)));
}
