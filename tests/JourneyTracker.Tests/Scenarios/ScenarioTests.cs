using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Law.Records;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Dates;
using JourneyTracker.Projections.Pathways;
using JourneyTracker.Projections.RecallSupport;
using JourneyTracker.Tests.House;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Scenarios;

/// <summary>Every page of docs/scenarios: each fact may be recorded, and what the page expects is what the product says.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Repository.PathOf("docs", "scenarios"), "*.md").Select(p => Path.GetFileName(p)!).Where(n => n != "README.md").Order()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_fact_may_be_recorded(string page)
    {
        var scenario = Read(page);

        scenario.Facts.Should().NotBeEmpty();
        foreach (var (fact, _) in scenario.Facts) Decide.Check(fact, new DateOnly(2028, 1, 1)).Should().BeNull($"{fact.HappenedOn} {fact.GetType().Name}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Her_stage_is_what_the_page_says_on_each_day(string page)
    {
        var scenario = Read(page);
        var status = Journey(scenario).Status;

        var rows = scenario.Rows("Her stage");
        rows.Should().NotBeEmpty();
        foreach (var row in rows) status.On(A.Day(row[0])).Words().Should().Be(row[1], $"on {row[0]}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Her_dates_are_what_the_page_says_under_the_law_of_each_day(string page)
    {
        var scenario = Read(page);
        var journey = Journey(scenario).Replayed;

        foreach (var row in scenario.Rows("Her dates"))
        {
            var law = LawOfDay.Of(A.Day(row[0]));
            var known = journey.Facts.Where(f => f.Day <= law.Day).Select(f => new HeldFact(f.Id, f.Fact)).ToList();
            HerDates.Of(known, law).SelectMany(m => m.Answer.Dates).Where(d => d.Kind.Code == row[1]).Select(d => d.Calculated)
                .Should().Equal([A.Day(row[2])], $"{row[1]} by the law of {row[0]}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Support_is_what_the_page_says_on_each_day(string page)
    {
        var scenario = Read(page);
        var support = SupportOnLicence.Of(Journey(scenario).Replayed);

        foreach (var row in scenario.Rows("Support"))
        {
            var answer = support.On(A.Day(row[0]))!;
            answer.Needs.Select(f => f.Factor.Code).Should().BeEquivalentTo(row[2].Split(", "), $"on {row[0]}");
            answer.SupportNeeded.Should().Be(row[1] == "yes", $"on {row[0]}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Her_pathways_and_conditions_are_what_the_page_says_on_each_day(string page)
    {
        var scenario = Read(page);
        var outcomes = PathwayOutcomes.Of(Journey(scenario).Replayed);

        foreach (var row in scenario.Rows("Her pathways"))
        {
            var need = outcomes.On(A.Day(row[0])).Pathways.Single(p => p.Code == row[1]).Need;
            $"{need.Now} {need.Change}".Should().Be($"{row[2]} {row[3]}", $"{row[1]} on {row[0]}");
        }

        foreach (var row in scenario.Rows("Conditions of the caution"))
            outcomes.On(A.Day(row[0])).Cautions.Single().Complied.ToString().Should().Be(row[1], $"on {row[0]}");
    }

    private static Scenario Read(string page) => Scenario.Read(Repository.PathOf("docs", "scenarios", page));

    private static A Journey(Scenario scenario)
    {
        var journey = A.Journey();
        foreach (var (fact, agency) in scenario.Facts) journey.By(agency, fact);
        return journey;
    }
}
